package mcpauth0.bench;
import java.util.*;
import mcpauth0.diagnose.*;
import mcpauth0.http.*;
public final class Timeline {
  public static void main(String[] a) throws Exception {
    int runs=Integer.parseInt(a[0]);
    try (var pair = Pairs.start(1, 100)) {
      long t=System.nanoTime();
      var network = Network.system().withTrust(Trust.system().plus(Trust.parse(pair.authorities())));
      System.out.println("network "+(System.nanoTime()-t)/1000000);
      for (int i=0;i<runs;i++) {
      long t1=System.nanoTime();
      try (var http = new Http(network)) {
        System.out.println("http "+(System.nanoTime()-t1)/1000000);
        var begin=java.time.Instant.now();
        long t2=System.nanoTime();
        var first=new long[1];
        var r=new Checkup(http).run(CheckOptions.of(pair.servers().getFirst()), new Checkup.Watcher(){
          public void begins(Station s){ System.out.println("begins "+s+" "+(System.nanoTime()-t2)/1000000);}
          public void finds(Report.Finding f){ }
          public void sees(Observations o){System.out.println("sees "+(System.nanoTime()-t2)/1000000);}
        });
        System.out.println("done "+(System.nanoTime()-t2)/1000000);
        for (var e: r.exchanges()) { var s=java.time.Duration.between(begin,e.started()).toMillis(); System.out.println(s+"-"+(s+e.timing().total())+" "+e.request().method()+" "+e.request().url()+" "+e.timing()+" "+e.status()); }
        System.out.println("threads "+Thread.activeCount()+" cpu "+((com.sun.management.OperatingSystemMXBean)java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()/1000000);
      }}
      if (a.length>1) { var p=new ProcessBuilder(System.getProperty("java.home")+"/bin/jcmd",""+ProcessHandle.current().pid(),"PerfCounter.print").start(); new String(p.getInputStream().readAllBytes()).lines().filter(x->x.matches("(sun.cls|java.cls|sun.ci|sun.gc.collector.*time|sun.classloader).*")).forEach(System.out::println);}
    }
  }
}
