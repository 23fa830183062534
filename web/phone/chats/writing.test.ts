import { expect, test } from 'vitest';
import { writing, writingIn } from './writing';

test('what a link wrote is read from the state of the address', () => {
  expect(writingIn(writing('I saw your poster'))?.text).toBe('I saw your poster');
});

test.each([null, undefined, 'text', {}, { text: '', at: 1 }, { text: 'Hello' }, { text: 7, at: 1 }])('%j is no writing', (state) => {
  expect(writingIn(state)).toBeNull();
});
