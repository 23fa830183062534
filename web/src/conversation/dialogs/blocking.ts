import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { blocks, type Block, type BlockReason } from '../../api/blocks';
import { keys } from '../../api/keys';
import { say } from '../../ui/say';

export const REASONS: { value: BlockReason; label: string }[] = [
  { value: 'abuse', label: 'Insults or abuse' },
  { value: 'threat', label: 'Threats' },
  { value: 'sexual', label: 'Sexual harassment' },
  { value: 'spam', label: 'Spam' },
];

export const reasonWord = (reason: BlockReason): string => REASONS.find(({ value }) => value === reason)?.label ?? reason;

/** In words, for the person at the desk. */
export function stateWord({ state, confirmed_by, code, trouble }: Block): string {
  if (state === 'wanted') return 'Being blocked';
  if (state === 'lifting') return trouble ? 'Still blocked: WhatsApp did not unblock them' : 'Being unblocked';
  if (state === 'lifted') return 'Not blocked any more';
  if (state === 'refused') return `WhatsApp did not block them${code ? ` (code ${code})` : ''}`;
  return confirmed_by ? `Blocked, seen by ${confirmed_by}` : 'Blocked, to be looked at';
}

export const holds = ({ state }: Block): boolean => state === 'wanted' || state === 'blocked' || state === 'lifting';

/** While WhatsApp is being told it is asked for often. */
const often = (moving: boolean): number => (moving ? 1_000 : 30_000);
const isMoving = ({ state, trouble }: Block): boolean => !trouble && (state === 'wanted' || state === 'lifting');

export const useBlockOf = (conversationId: string) =>
  useQuery({
    queryKey: keys.block(conversationId),
    queryFn: () => blocks.of(conversationId),
    select: ({ block }) => block,
    refetchInterval: ({ state }) => often(state.data?.block ? isMoving(state.data.block) : false),
  });

export const useBlocks = () =>
  useQuery({
    queryKey: keys.blocks,
    queryFn: blocks.all,
    select: ({ items }) => items,
    refetchInterval: ({ state }) => often(state.data?.items.some(isMoving) ?? false),
  });

export function useBlocking(done: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: () => Promise<Block>) => act(),
    onSuccess: () => say.done(done),
    onSettled: () => void client.invalidateQueries({ queryKey: keys.blocks }),
  });
}
