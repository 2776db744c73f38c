/** Proves that the check bites: each kind of breaking change is named, and what only adds is let through. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { changesBetween } from './breaking-changes.ts';

const released = `
  enum State { OPEN CLOSED }
  type Query { door(id: ID!, state: State): Door! }
  type Door { id: ID! state: State! }
`;

const breaks: [what: string, from: string, to: string][] = [
  ['a field that is gone', 'id: ID! state: State!', 'id: ID!'],
  ['a renamed type', 'Door', 'Gate'],
  ['a field that may be null now', 'state: State! }', 'state: State }'],
  ['an enum value that is gone', 'OPEN CLOSED', 'OPEN'],
  ['an argument that is gone', ', state: State)', ')'],
  ['a new argument that is needed', ', state: State)', ', state: State, at: Int!)'],
];

suite('Breaking changes', () => {
  for (const [what, from, to] of breaks)
    test(`${what} is named`, () => {
      const { breaking } = changesBetween(released, released.replaceAll(from, to));
      assert.notEqual(breaking.length, 0);
    });

  test('new types, fields and optional arguments are let through', () => {
    const present = released
      .replace('state: State)', 'state: State, at: Int)')
      .replace('id: ID! s', 'id: ID! name: String s');
    const { breaking, dangerous } = changesBetween(released, present);
    assert.deepEqual(breaking, []);
    assert.equal(dangerous.length, 1);
  });

  test('a new enum value is let through, and listed', () => {
    const { breaking, dangerous } = changesBetween(released, released.replace('CLOSED', 'CLOSED AJAR'));
    assert.deepEqual(breaking, []);
    assert.match(dangerous.join(), /AJAR/);
  });
});
