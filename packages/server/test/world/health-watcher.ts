/** Asks /healthz again and again from a process of its own: `node health-watcher.ts <url> <seconds>`. */
const [url = '', seconds = '5'] = process.argv.slice(2);
const times: number[] = [];
const end = performance.now() + Number(seconds) * 1_000;
while (performance.now() < end) {
  const before = performance.now();
  await (await fetch(`${url}/healthz`)).text();
  times.push(performance.now() - before);
  await new Promise((resolve) => setTimeout(resolve, 10));
}
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.floor(times.length * share)] ?? Infinity;
process.stdout.write(JSON.stringify({ p50: at(0.5), p99: at(0.99), count: times.length }));

export {};
