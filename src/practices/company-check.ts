import { definePractice } from '../posture/practice.ts';

/** The company's own checks that no fact covers. We cannot weigh them, so a failing one is a nudge unless the policy says more. */
export default definePractice({
  id: 'company-check',
  scope: 'device',
  importance: 'nudge',
  onlyWhereTold: true,
  needs: ['companyChecks'],
  remedies: {
    macos: { minutes: 10, restart: false },
    windows: { minutes: 10, restart: false },
    linux: { minutes: 10, restart: false },
    chromeos: { minutes: 10, restart: false },
    ios: { minutes: 10, restart: false },
    ipados: { minutes: 10, restart: false },
    android: { minutes: 10, restart: false },
  },
  rate: ({ companyChecks }, { importance }) => {
    const failing = companyChecks.filter(({ result }) => result === 'fail');
    const params = { count: companyChecks.length, failing: failing.length };
    if (failing.length === 0) return { observed: 'all-pass', rating: 'ok', params };
    return {
      observed: 'some-fail',
      rating: importance,
      params,
      parts: failing.map(({ title, text }) =>
        text === undefined
          ? { observed: 'fails', rating: importance, params: { title } }
          : { observed: 'fails-because', rating: importance, params: { title, text } },
      ),
    };
  },
});
