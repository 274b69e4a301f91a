import autocannon from 'autocannon';

/**
 * Puts load on a server, and prints what came of it as JSON: in a process of its own, so that making requests takes nothing from
 * answering them but processor time. Arguments: URL, seconds, bearer tokens that take turns.
 */
const [url = '', seconds = '5', ...tokens] = process.argv.slice(2);
const requests = tokens.map((token) => ({ headers: { authorization: `Bearer ${token}` } }));
const {
  requests: rate,
  latency,
  non2xx,
  errors,
} = await autocannon({
  url,
  connections: 20,
  duration: Number(seconds),
  ...(requests.length > 0 && { requests }),
});
console.log(JSON.stringify({ perSecond: rate.average, p50: latency.p50, p99: latency.p99, failed: non2xx + errors }));
