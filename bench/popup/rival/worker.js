// Nothing to do: it is there to be alive, or dead. A message wakes it.
chrome.runtime.onMessage.addListener(() => {});
