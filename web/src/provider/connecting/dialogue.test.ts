import { expect, test } from 'vitest';
import { readReturned, readTold } from './dialogue';

const OURS = ['https://www.facebook.com'];
const finish = { type: 'WA_EMBEDDED_SIGNUP', event: 'FINISH', version: '3', data: { phone_number_id: '34', waba_id: '12', business_id: '9' } };
const told = (data: unknown, origin = OURS[0]!) => readTold(origin, data, OURS);

test('the ids are read, whether the message is text in JSON or a value', () => {
  const ids = { kind: 'finished', ids: { account_id: '12', number_id: '34' } };
  expect([told(JSON.stringify(finish)), told(finish)]).toEqual([ids, ids]);
});

test('a number of the Business App is named by its account only', () => {
  expect(told({ ...finish, event: 'FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING', data: { waba_id: '12' } })).toEqual({
    kind: 'finished',
    ids: { account_id: '12', number_id: '' },
  });
});

test('nobody of another origin is believed, however alike its name is', () => {
  for (const origin of ['https://facebook.com.evil.example', 'http://www.facebook.com', 'null', '']) expect(told(finish, origin)).toBeNull();
});

test('what is not formed as it should be says nothing', () => {
  for (const data of ['{', '[]', null, 3, { type: 'OTHER' }, { ...finish, event: 'SOMETHING' }]) expect(told(data)).toBeNull();
  expect(told({ ...finish, data: { waba_id: '../1', phone_number_id: {} } })).toEqual({ kind: 'finished', ids: { account_id: '', number_id: '' } });
});

test('cancelling names its step, and an error its words', () => {
  expect(told({ ...finish, event: 'CANCEL', data: { current_step: 'PHONE_NUMBER_SETUP' } })).toMatchObject({ how: 'CANCEL', step: 'PHONE_NUMBER_SETUP' });
  const error = { error_message: 'The code is wrong.', error_code: '136025' };
  for (const event of ['ERROR', 'CANCEL']) expect(told({ ...finish, event, data: error })).toMatchObject({ how: 'ERROR', message: 'The code is wrong.', code: '136025' });
});

test('the window comes back with its code, or with why there is none', () => {
  expect(readReturned('?code=AQ1&state=s')).toEqual({ state: 's', code: 'AQ1', error: '' });
  expect(readReturned('?error=access_denied&state=s')).toEqual({ state: 's', code: '', error: 'access_denied' });
});
