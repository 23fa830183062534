import { describe, expect, it } from 'vitest';
import type { Me } from './types';
import { asLocal } from '../conversation/merge';
import { stored } from '../ui/stored';
import { unsent } from './unsent';

const ME = { account_id: 'a1', name: 'Amara' } as Me;
const local = asLocal({ type: 'text', body: 'Hello' }, { key: 'k1', me: ME, ownerVersion: 3, replyTo: null, at: 0 });

describe('what was sent and not answered', () => {
  it('is back after a reload with its key, to be tried again', () => {
    unsent.write('c1', [local]);
    const [back] = unsent.read('c1', 'a1');
    expect(back).toMatchObject({ key: 'k1', ownerVersion: 3, message: { status: 'failed', text: 'Hello' } });
    expect(back?.error).toContain('never sends it twice');
  });

  it('is gone once the service has answered', () => {
    unsent.write('c1', [{ ...local, message: { ...local.message, message_id: 'known' } }]);
    expect(unsent.read('c1', 'a1')).toEqual([]);
  });

  it('is not shown to somebody else at the same browser', () => {
    unsent.write('c1', [local]);
    expect(unsent.read('c1', 'b2')).toEqual([]);
  });

  it('is nothing where what is kept can not be read', () => {
    stored.set('unsent:c1', '{half');
    expect(unsent.read('c1', 'a1')).toEqual([]);
  });
});
