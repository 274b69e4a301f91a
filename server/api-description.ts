import { toJsonSchema } from '@valibot/to-json-schema';
import { type DescribeRouteOptions, describeRoute, type GenerateSpecOptions, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { exceptionSchema } from '../src/posture/exception.ts';
import { deviceSchema, errorSchema, organizationSchema, postureSchema, WIRE_VERSION } from '../src/posture/wire.ts';
import { grantSchema, tokensSchema } from './identity/sessions.ts';

type Responses = NonNullable<DescribeRouteOptions['responses']>;

/** A document as it travels, which is before the schema has read it. */
const json = (schema: v.GenericSchema, description: string): Responses[string] => ({
  description,
  content: { 'application/json': { schema: resolver(schema, { typeMode: 'input' }) } },
});

const described = (summary: string, schema: v.GenericSchema) =>
  describeRoute({
    summary,
    responses: {
      200: json(schema, summary),
      304: { description: 'It has not changed since the ETag in If-None-Match.' },
      404: json(errorSchema, 'Not found'),
      405: json(errorSchema, 'Method not allowed'),
      500: json(errorSchema, 'The gateway failed'),
    },
  });

export const organizationDescribed = described('What is the same for everybody', organizationSchema);

/** The reader takes devices one by one, so that the schema that it uses says nothing of them. */
export const postureDescribed = described(
  'The devices of one person, and which sources answered',
  v.object({ ...postureSchema.entries, devices: v.array(deviceSchema), exceptions: v.array(exceptionSchema) }),
);

export const signInDescribed = describeRoute({
  summary: 'Signs a person in, in their browser, and leads back to the extension',
  responses: {
    302: { description: 'To the sign-in service, or back to the extension with `code` or `error`, and `state`.' },
    400: json(errorSchema, 'Not a question that is answered'),
    404: json(errorSchema, 'Nobody signs in here'),
  },
});

export const tokenDescribed = describeRoute({
  summary: 'Exchanges the code of a sign-in, or a refresh token, for tokens',
  requestBody: {
    required: true,
    content: { 'application/json': { schema: toJsonSchema(grantSchema) as object } },
  },
  responses: {
    200: json(v.object({ version: v.literal(WIRE_VERSION), ...tokensSchema.entries }), 'The tokens'),
    204: { description: 'The session is ended.' },
    400: json(errorSchema, 'Not in the right form'),
    401: json(errorSchema, 'Not good, or not any more'),
    429: json(errorSchema, 'Too many requests'),
    503: json(errorSchema, 'Nobody can say now'),
  },
});

export const apiDescription: Partial<GenerateSpecOptions> = {
  documentation: {
    info: {
      title: 'Stethoscope gateway',
      description: 'How the devices of the signed-in person stand, as the systems of the company report them.',
      version: String(WIRE_VERSION),
    },
  },
};
