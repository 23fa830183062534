import { expect, test } from 'vitest';
import { keys } from './keys';
import { changedBy } from './live';

test('a message makes its thread, its details and the lists stale', () => {
  expect(changedBy({ kind: 'message', conversation_id: 'c' })).toEqual([keys.lists, keys.detail('c'), keys.messages('c')]);
});

test('a kind that is not known yet is treated with care', () => {
  expect(changedBy({ kind: 'new-thing', conversation_id: null })).toEqual([keys.lists]);
});

test('a decision concerns the provider’s pages only', () => {
  expect(changedBy({ kind: 'decision', conversation_id: 'c' })).toEqual([keys.provider]);
});

test('a block makes what is known of blocks stale, of every person', () => {
  expect(changedBy({ kind: 'block', conversation_id: null })).toEqual([keys.blocks]);
});

test('who looks concerns that conversation only', () => {
  expect(changedBy({ kind: 'looking', conversation_id: 'c' })).toEqual([keys.lookers('c')]);
});
