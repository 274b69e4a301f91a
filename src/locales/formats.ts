/** To make a formatter takes much longer than to use it, and a page uses the same few in every line. */
const remembered = <Options extends object, Format>(make: new (locale: string, options: Options) => Format) => {
  const made = new Map<string, Format>();
  return (locale: string, options = {} as Options): Format => {
    const key = locale + JSON.stringify(options);
    const format = made.get(key) ?? new make(locale, options);
    made.set(key, format);
    return format;
  };
};

export const numbers = remembered(Intl.NumberFormat);
export const plurals = remembered(Intl.PluralRules);
export const dates = remembered(Intl.DateTimeFormat);
export const relativeTimes = remembered(Intl.RelativeTimeFormat);
export const lists = remembered(Intl.ListFormat);
