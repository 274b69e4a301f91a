import { type DescribeRouteOptions, describeRoute, type GenerateSpecOptions, resolver } from 'hono-openapi';
import * as v from 'valibot';
import { exceptionSchema } from '../src/posture/exception.ts';
import { deviceSchema, errorSchema, organizationSchema, postureSchema, WIRE_VERSION } from '../src/posture/wire.ts';

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

export const apiDescription: Partial<GenerateSpecOptions> = {
  documentation: {
    info: {
      title: 'Stethoscope gateway',
      description: 'How the devices of the signed-in person stand, as the systems of the company report them.',
      version: String(WIRE_VERSION),
    },
  },
};
