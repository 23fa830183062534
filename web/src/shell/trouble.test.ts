import { expect, test } from 'vitest';
import { troubleOf } from './trouble';

test('the sentence says since when, whom it concerns and who mends it', () => {
  const said = troubleOf({ state: 'no_worker', since: new Date().toISOString(), about: ['Northbank', 'Otherbank'] }, Date.now());
  expect(said).toMatch(/no worker has been at work since .+ \(Northbank, Otherbank\)\. Whoever runs parley/);
});

test('a worker that was never there is not said to have stopped', () => {
  const said = troubleOf({ state: 'no_worker', since: null, about: ['Northbank'] }, Date.now());
  expect(said).toContain('no worker has been at work yet.');
});

test('silence names the time of what has no answer', () => {
  const said = troubleOf({ state: 'silent', since: new Date().toISOString(), about: ['Northbank'] }, Date.now());
  expect(said).toMatch(/messages that went out since .+ nothing has come back\. parley doctor/);
});
