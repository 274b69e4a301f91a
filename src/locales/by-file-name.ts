/** Files of a folder by their names without path and ending: `./practices/firewall.ts` becomes `firewall`. */
export const byFileName = <Content>(files: Readonly<Record<string, Content>>): Readonly<Record<string, Content>> =>
  Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path.slice(path.lastIndexOf('/') + 1).replace(/\.ts$/, ''),
      content,
    ]),
  );
