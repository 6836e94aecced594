// Reads a file as Terraform does, with HashiCorp's own parser, and says what is in it as JSON.
import { readFileSync } from 'node:fs';
import { parse } from '@cdktf/hcl2json';

console.log(JSON.stringify(await parse('main.tf', readFileSync(process.argv[2], 'utf8'))));
