/** A browser that only follows redirects, fills in the sign-in service's forms, and keeps cookies. */
export interface BrowserByHand {
  /** Goes to an address of the sign-in service, and on, until it is led to an address that begins as given. */
  follow(address: string, until: string): Promise<string>;
  logInAs: string;
  consents: boolean;
}

export function browserByHand(logInAs: string): BrowserByHand {
  const request = requestsWithCookies();
  const browser: BrowserByHand = {
    logInAs,
    consents: true,
    follow: async (address, until) => {
      let url = address;
      let response = await request(url);
      for (let steps = 0; steps < 20; steps += 1) {
        const location = response.headers.get('location');
        if (location === null) {
          const next = formIn(await response.text(), url, browser);
          response = await request(next.url, next.body);
          continue;
        }
        url = new URL(location, url).href;
        if (url.startsWith(until)) return url;
        response = await request(url);
      }
      throw new Error('There is no end to it');
    },
  };
  return browser;
}

/** What a page offers to press: to log in, to agree or to turn away, and what it submits by itself. */
function formIn(page: string, url: string, { logInAs, consents }: BrowserByHand) {
  const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
  if (prompt === 'consent' && !consents) return { url: `${url}/abort` };
  if (prompt !== undefined) return { url, body: new URLSearchParams({ prompt, login: logInAs, password: 'x' }) };
  const action = /<form [^>]*action="([^"]+)"/.exec(page)?.[1];
  if (action === undefined) throw new Error(`Neither a form nor a way on: ${page.slice(0, 200)}`);
  const inputs = [...page.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  return { url: action, body: new URLSearchParams(inputs) };
}

function requestsWithCookies() {
  const cookies = new Map<string, string>();
  return async (url: string, body?: URLSearchParams): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const init = body === undefined ? {} : { method: 'POST', body };
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
}
