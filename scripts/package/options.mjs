import { parseArgs } from 'node:util';
import { Refusal } from '../run.mjs';
import { companyOnly } from './manifest.mjs';

const known = /** @type {const} */ ({
  key: { type: 'string' },
  'update-url': { type: 'string' },
  out: { type: 'string' },
  company: { type: 'string' },
  with: { type: 'string' },
  kit: { type: 'boolean', default: false },
  endpoint: { type: 'string' },
  settings: { type: 'string' },
  'chrome-id': { type: 'string' },
  'edge-id': { type: 'string' },
});

/**
 * @typedef {object} Options
 * @property {string | undefined} keyFile
 * @property {string | undefined} updateUrl
 * @property {string | undefined} out
 * @property {string | undefined} company the endpoint of the company whose own build this is
 * @property {readonly string[]} required permissions of a company's own build
 * @property {string | undefined} kitFor the endpoint that deployment files are wanted for
 * @property {string | undefined} settings a file with more managed settings, in JSON
 * @property {string | undefined} chromeId the id that the Chrome Web Store gave
 * @property {string | undefined} edgeId the id that Edge Add-ons gave
 */

/**
 * What stands on the command line. Refuses what it would have to guess at.
 * @param {readonly string[]} args
 * @param {readonly string[]} optional the permissions that the manifest asks people for
 * @returns {Options}
 */
export function readOptions(args, optional) {
  const given = parsed(args);
  const company = address('--company', given.company);
  return {
    keyFile: given.key,
    updateUrl: address('--update-url', given['update-url']) ?? ownUpdates(company),
    out: given.out,
    company,
    required: requiredOf(given.with, company, [...optional, ...companyOnly]),
    kitFor: kitFor(given, company),
    settings: given.settings,
    chromeId: storeId(given['chrome-id']),
    edgeId: storeId(given['edge-id']),
  };
}

/** @param {readonly string[]} args */
function parsed(args) {
  try {
    return parseArgs({ args: [...args], options: known }).values;
  } catch (error) {
    const names = Object.keys(known).map((name) => `--${name}`);
    throw new Refusal(`Known options are ${names.join(', ')}: ${error instanceof Error ? error.message : error}.`);
  }
}

/**
 * @param {string | undefined} wanted
 * @param {string | undefined} company
 * @param {readonly string[]} possible
 */
function requiredOf(wanted, company, possible) {
  if (wanted === undefined) return [];
  if (company === undefined) throw new Refusal('--with is for a company’s own build: add --company https://…');
  const required = wanted.split(',');
  const unknown = required.filter((one) => !possible.includes(one));
  if (unknown.length > 0) throw new Refusal(`--with takes ${possible.join(', ')}; not ${unknown.join(', ')}.`);
  return required;
}

/**
 * @param {{ kit: boolean, endpoint?: string, settings?: string }} given
 * @param {string | undefined} company
 */
function kitFor({ kit, endpoint, settings }, company) {
  if (!kit && (endpoint ?? settings) !== undefined)
    throw new Refusal('--endpoint and --settings are for deployment files: add --kit.');
  if (!kit) return undefined;
  const wanted = address('--endpoint', endpoint) ?? company;
  if (wanted === undefined) throw new Refusal('--kit needs to know your gateway: add --endpoint https://…');
  return wanted;
}

/**
 * An address that browsers fetch code or settings from: encrypted, but for one on this computer itself.
 * @param {string} option
 * @param {string | undefined} text
 */
function address(option, text) {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === 'https:' || /^http:\/\/(127\.0\.0\.1|localhost)(:|\/|$)/.test(text);
  if (url === undefined || !isSafe || /[@?#]/.test(text))
    throw new Refusal(`${option} wants an address with https, without user name, query or fragment; not ${text}.`);
  return url.href.replace(/\/+$/, '');
}

/** @param {string | undefined} id */
function storeId(id) {
  if (id !== undefined && !/^[a-p]{32}$/.test(id))
    throw new Refusal(`${id} is no extension id: 32 letters from a to p.`);
  return id;
}

/**
 * A company that names no place for updates serves them beside its gateway.
 * @param {string | undefined} company
 */
const ownUpdates = (company) => (company === undefined ? undefined : `${new URL(company).origin}/extension/update.xml`);

/**
 * The id in Firefox of a company's own build: Mozilla signs each id for one account alone.
 * @param {string} company
 */
export const firefoxIdOf = (company) => `stethoscope@${new URL(company).hostname}`;
