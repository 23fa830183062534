import { expect, test } from 'vitest';
import { after } from './steps';

test('the server leads to another screen, or shows the same one with what is wrong', () => {
  const first = after([], { screen: 'DAY', data: { days: ['Monday'] } });
  expect(first).toEqual([{ id: 'DAY', data: { days: ['Monday'] } }]);
  const again = after(first, { screen: 'DAY', data: { error_message: 'Monday is full.' } });
  expect(again).toEqual([{ id: 'DAY', data: { error_message: 'Monday is full.' } }]);
  expect(after(again, { screen: 'NAME' }).map(({ id }) => id)).toEqual(['DAY', 'NAME']);
});
