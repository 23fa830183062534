import { expect, test } from 'vitest';
import { DENIED, leavingFor, readAsked } from './leaving';

test('the code is taken where the page asked for, beside what stood there and the state', () => {
  const asked = readAsked('?client_id=1&redirect_uri=http%3A%2F%2Flocalhost%3A8702%2Fconnected%3Fa%3D1&state=x%26y');
  expect(leavingFor(asked, { code: 'AQ1' })).toBe('http://localhost:8702/connected?a=1&code=AQ1&state=x%26y');
});

test('who cancels is said to have denied it', () => {
  expect(leavingFor({ redirect_uri: 'http://localhost/', state: '' }, DENIED)).toContain('error=access_denied&error_code=200');
});
