import { kolide } from '../../server/sources/kolide.ts';
import { contract, email } from './contract.ts';

const page = (...data: object[]) => ({
  body: {
    data,
    // `next` is blank on the last page, says the document, and that it is an address: it is left out.
    pagination: { current_cursor: '', next_cursor: '', count: data.length },
  },
});

contract({
  system: kolide,
  specification: 'kolide-k2-2026-04-07.openapi.json',
  settings: { token: { env: 'k2sk_v1_example' } },
  examples: ['/devices'],
  fake: ({ path }) => {
    if (path === '/people') return page({ id: '1', name: 'Jane Doe', email });
    if (path.endsWith('/check_results')) {
      return page({
        check_id: '9',
        check_slug: 'mac-firewall',
        check_name: 'Firewall',
        status: 'failing',
        ran_at: '2026-11-23T05:00:00Z',
      });
    }
    return page({
      id: '4',
      name: 'Jane’s MacBook Pro',
      device_type: 'Mac',
      form_factor: 'Computer',
      operating_system: 'macOS 26.2.1',
      serial: 'ZS5MPL7Q2X',
      last_seen_at: '2026-11-23T09:00:00Z',
      registered_owner_info: { identifier: '1', link: 'https://api.kolide.com/people/1' },
    });
  },
});
