import { expect, test } from 'vitest';
import { minutes } from './minutes';

test.each([
  [-5, '0:00'],
  [7.9, '0:07'],
  [750, '12:30'],
  [3723, '1:02:03'],
])('%d seconds are %s', (seconds, words) => expect(minutes(seconds)).toBe(words));
