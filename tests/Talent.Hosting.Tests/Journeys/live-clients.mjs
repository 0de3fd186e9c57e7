// Clients of /hubs/live with SignalR's own library, whose connections are cut at random. Arguments: the package.json beside
// whose node_modules the library lies, the server's address, how many updates each client is to have in the end. The tokens
// come on standard input, one a line. Says "connected" when all are for the first time; ends with one line of JSON for each
// client: the numbers of its updates in the order in which it took them.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const [packages, server, wanted] = process.argv.slice(2);
const { HubConnectionBuilder, LogLevel } = createRequire(packages)('@microsoft/signalr');
const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

async function follow(token, onConnected) {
  const taken = [];
  let last = 0;
  const connection = new HubConnectionBuilder()
    .withUrl(`${server}/hubs/live`, { accessTokenFactory: () => token })
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: () => 50 + Math.random() * 300 })
    .configureLogging(LogLevel.None)
    .build();
  connection.on('update', update => {
    if (update.seq <= last) return;
    last = update.seq;
    taken.push(update.seq);
  });
  const goOn = () => connection.invoke('since', last).catch(() => {});
  connection.onreconnected(goOn);
  while (last < wanted) {
    if (connection.state === 'Disconnected') {
      try {
        await connection.start();
        await goOn();
        onConnected();
      } catch {
        await pause(100);
        continue;
      }
    }
    await pause(50 + Math.random() * 400);
    // As a network does it: no word to either side.
    if (Math.random() < 0.4) connection.connection?.transport?._webSocket?.terminate?.();
  }
  await connection.stop();
  return taken;
}

const tokens = [];
for await (const line of createInterface({ input: process.stdin })) tokens.push(line);
let connected = 0;
const results = await Promise.all(tokens.map(token => {
  let first = true;
  return follow(token, () => {
    if (first && ++connected === tokens.length) console.log('connected');
    first = false;
  });
}));
for (const taken of results) console.log(JSON.stringify(taken));
