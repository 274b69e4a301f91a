import type { Message } from '../catalogue.ts';

/** Lines between the headline and the list: what limits the answer. */
export default {
  offline: 'Offline. This was true on {when}',
  'endpoint-failing': '{host} did not answer. This was true on {when}',
  'endpoint-down': '{host} has not answered since {when}. Not your fault',
  'first-answer-missing': '{host} has not answered yet. Your devices appear once it does',
  'source-failed': '{sources} did not answer. Some devices may be missing',
  'source-partial': '{sources} answered only in part. Some checks may be missing',
  'not-joined':
    'This browser is not joined to one of your company’s devices, so only the browser’s own checks are shown here',
  'said-none':
    'You said that this computer is none of your company’s devices, so only the browser’s own checks are shown here.',
  sample: 'Sample data: these people and devices are made up',
  'omitted-retired': {
    by: 'count',
    one: '{count} retired device is not shown',
    other: '{count} retired devices are not shown',
  },
  'omitted-over-limit': {
    by: 'count',
    one: '{count} more device is not shown: the list is full',
    other: '{count} more devices are not shown: the list is full',
  },
  'omitted-unreadable': {
    by: 'count',
    one: '{count} device is not shown: its report cannot be read',
    other: '{count} devices are not shown: their reports cannot be read',
  },
  'baseline-old': 'Our list of newest versions is of {asOfOn}, so versions are not judged',
  'update-needed':
    'Your company asks for version {version} of this extension. Browsers usually update it by themselves',
} as const satisfies Record<string, Message>;
