import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { useHouse } from '../../house.ts';
import { dana, logIn } from '../../people.ts';

test.describe('GraphiQL', () => {
  const house = useHouse();

  test('a developer tries the API in it, and nothing comes from elsewhere or is refused by the policy', async () => {
    const page = await logIn(await house.newProfile({ width: 1280, scheme: 'light' }), dana);
    const foreign: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (!/^(data:|blob:)/.test(request.url()) && !request.url().startsWith(house.server.url))
        foreign.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto('/dev/graphiql');
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.getByText('"dana.coach"').waitFor();
    assert.deepEqual(foreign, []);
    assert.deepEqual(complaints, []);
  });
});
