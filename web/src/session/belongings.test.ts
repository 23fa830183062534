import { beforeEach, describe, expect, it } from 'vitest';
import { stored } from '../ui/stored';
import { belongings } from './belongings';

describe('what one person has begun to write', () => {
  beforeEach(() => {
    belongings.leave();
    belongings.areOf('amara');
    stored.set('draft:c1', 'I am looking');
    stored.set('unsent:c1', '[]');
    stored.set('sound', 'on');
  });

  it('is there for the same person, who only came back', () => {
    belongings.areOf('amara');
    expect(stored.get('draft:c1')).toBe('I am looking');
  });

  it('is gone when they log out, and how the browser is set is not', () => {
    belongings.leave();
    expect([stored.get('draft:c1'), stored.get('unsent:c1'), stored.get('sound')]).toEqual(['', '', 'on']);
    expect(belongings.isOwner('amara')).toBe(false);
  });

  it('is gone when another person comes, also where nobody logged out', () => {
    belongings.areOf('finn');
    expect([stored.get('draft:c1'), stored.get('unsent:c1')]).toEqual(['', '']);
  });
});
