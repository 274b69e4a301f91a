// Nothing to do: it is there to be alive, or dead. A message wakes it.
Reflect.get(globalThis, 'chrome').runtime.onMessage.addListener(() => {});
