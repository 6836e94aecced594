// Opens a report in headless Chromium and says in one line of JSON what is there to be seen.
// Arguments: the file of the report, and a folder for pictures.
import chromium from "@sparticuz/chromium";
import puppeteer from "puppeteer-core";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const [file, pictures] = process.argv.slice(2);
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM || (await chromium.executablePath()),
  args: process.env.CHROMIUM ? ["--no-sandbox"] : chromium.args,
  headless: "shell",
});
try {
  const page = await browser.newPage();
  const said = [];
  const asked = [];
  const dialogs = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => asked.push(request.url()));
  page.on("dialog", async (dialog) => {
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });

  const look = async (scheme, width) => {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.setViewport({ width, height: 900 });
    await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    const seen = await page.evaluate(() => {
      const colour = (element, name) => getComputedStyle(element)[name];
      const heading = document.querySelector("h1");
      const box = heading.getBoundingClientRect();
      return {
        verdict: heading.innerText,
        visible: box.width > 0 && box.height > 0 && box.top < innerHeight,
        background: colour(document.body, "backgroundColor"),
        text: colour(document.body, "color"),
        wide: [...document.querySelectorAll("body *")]
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .map((one) => one.tagName + "." + one.className),
        scrolls: document.documentElement.scrollWidth > document.documentElement.clientWidth,
        lang: document.documentElement.lang,
        title: document.title,
        unnamed: [...document.querySelectorAll("summary, a")].filter((one) => !one.innerText.trim()).length,
        scripts: document.scripts.length,
        shapes: [...document.querySelectorAll(".shape:not([aria-hidden=true])")].length,
      };
    });
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = false)));
    const tall = await page.evaluate(() => document.documentElement.scrollHeight);
    const clip = { x: 0, y: 0, width, height: Math.min(tall, 4000) };
    await page.screenshot({ path: join(pictures, `report-${scheme}-${width}.png`), clip, captureBeyondViewport: true });
    return seen;
  };

  const light = await look("light", 1000);
  const dark = await look("dark", 1000);
  const narrow = await look("light", 360);
  const pdf = Buffer.from(await page.pdf({ path: join(pictures, "report.pdf"), format: "A4", printBackground: false }));
  const pages = (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) || []).length;
  console.log(JSON.stringify({ light, dark, narrow, said, asked, dialogs, pages }));
} finally {
  await browser.close();
}
