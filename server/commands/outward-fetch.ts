import { EnvHttpProxyAgent, fetch as undiciFetch } from 'undici';
import { Refusal } from './configured.ts';

/**
 * Fetches by way of the company's forward proxy where `HTTPS_PROXY` names one and `NO_PROXY` does not except the host. Which
 * certificates count is Node's own matter (`NODE_EXTRA_CA_CERTS`). Plain http is for systems on the same machine, and takes no detour.
 * @throws Refusal
 */
export function outwardFetch(environment: NodeJS.ProcessEnv): typeof fetch {
  const httpsProxy = environment['HTTPS_PROXY'] || environment['https_proxy'] || '';
  const noProxy = environment['NO_PROXY'] || environment['no_proxy'] || '';
  if (httpsProxy !== '' && !isAddress(httpsProxy)) {
    // What it holds may be a password.
    throw new Refusal('HTTPS_PROXY is not an address such as http://proxy.acme.example:3128');
  }
  const dispatcher = new EnvHttpProxyAgent({ httpProxy: '', httpsProxy, noProxy });
  const outward = (input: Parameters<typeof undiciFetch>[0], init?: Parameters<typeof undiciFetch>[1]) =>
    undiciFetch(input, { ...init, dispatcher });
  // The one built into Node is an older release of the same code, whose types are told apart all the same.
  return outward as unknown as typeof fetch;
}

const isAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
