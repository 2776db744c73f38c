import { isUnionType, parse, validate, type GraphQLObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { loggedInBrowser } from '../world/acts.ts';
import { aClient, aCoach } from '../world/people.ts';
import { createSchema } from '../../src/schema.ts';
import { useWorld } from '../world/world.ts';

const world = useWorld();

it('C178 no success is spelt like a failure and means something else: every union can be asked for at once', async () => {
  const schema = await createSchema();
  const userError = schema.getType('UserError') as GraphQLObjectType;
  const isFailure = ({ name }: GraphQLObjectType) =>
    (schema.getType(name) as GraphQLObjectType).getInterfaces().some((one) => one.name === 'UserError');
  const unions = Object.values(schema.getTypeMap()).filter(isUnionType);
  const failing = unions.filter((union) => union.getTypes().some(isFailure));
  expect(failing.length).toBeGreaterThan(10);
  const clashes = failing.flatMap((union) =>
    union.getTypes().flatMap((member) =>
      Object.values(userError.getFields())
        .filter(({ name, type }) => {
          const own = member.getFields()[name];
          return own !== undefined && String(own.type) !== String(type);
        })
        .map(({ name }) => `${union.name}: ${member.name}.${name}`),
    ),
  );
  expect(clashes).toEqual([]);
});

it('C178 the natural document of sendMessage is valid, and answers', async () => {
  const query = `mutation ($input: MessageInput!) { sendMessage(input: $input) {
    ... on MessageAccepted { acceptedMessage { state recipientCount } } ... on UserError { message } } }`;
  expect(validate(await createSchema(), parse(query))).toEqual([]);
  const coach = await aCoach(world);
  const client = await aClient(world, { coachId: coach.id, practiceId: coach.practiceId });
  const browser = await loggedInBrowser(world, coach);
  const send = (body: string) => {
    const input = { subject: 'Hi', body, recipients: { clientIds: [client.id] } };
    return browser.post({ query, variables: { input } });
  };
  expect((await send('Hello')).data).toEqual({
    sendMessage: { acceptedMessage: { state: 'SENDING', recipientCount: 1 } },
  });
  expect((await send('[nothing]')).data).toEqual({
    sendMessage: { message: expect.stringContaining('is no magic tag') as string },
  });
});
