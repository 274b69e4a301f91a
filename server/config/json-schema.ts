import { toJsonSchema } from '@valibot/to-json-schema';
import { configurationSchema } from './configuration.ts';

/**
 * `stethoscope.yaml` as a JSON Schema (draft 7, the one that editors know best), as it is written, before it is read. What only
 * code can check is left out: an editor's word is a help, `check-config` decides.
 */
export const configurationJsonSchema = () => ({
  ...toJsonSchema(configurationSchema, {
    typeMode: 'input',
    ignoreActions: ['check', 'finite', 'trim', 'to_lower_case'],
    // JSON Schema has no flags; ours only say that letters count in either case.
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'regex' && 'requirement' in valibotAction && valibotAction.requirement instanceof RegExp
        ? { ...jsonSchema, pattern: valibotAction.requirement.source }
        : undefined,
  }),
  title: 'stethoscope.yaml',
});
