/*
 * Goes first into the head of a popup that takes part in the race. Tells the page that opened the popup when the first frame with a
 * finding in it was painted, in milliseconds since the epoch, and what was to be seen in the end; then it closes the popup.
 */

const watcher = new MutationObserver(look);
watcher.observe(document, { childList: true, subtree: true });

function look() {
  if (document.querySelector('[data-practice]') === null) return;
  watcher.disconnect();
  // A frame callback runs before its frame is painted, the next task after that.
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => arrive(performance.timeOrigin + performance.now());
    port2.postMessage(null);
  });
}

/** @param {number} paintedAt */
function arrive(paintedAt) {
  // By then the popup has its size, and what comes after the first frame is done.
  setTimeout(() => {
    const findings = document.querySelectorAll('[data-practice]').length;
    new BroadcastChannel('race').postMessage({ paintedAt, findings, width: innerWidth, height: innerHeight });
    window.close();
  }, 200);
}
