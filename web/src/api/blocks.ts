import { del, get, post } from './http';

export type BlockReason = 'abuse' | 'threat' | 'sexual' | 'spam';

/** A person whom somebody at the desk has blocked. */
export interface Block {
  block_id: string;
  number_id: string;
  contact_id: string;
  contact_name: string;
  /** wanted and lifting: WhatsApp is being told. refused: by WhatsApp. */
  state: 'wanted' | 'blocked' | 'lifting' | 'lifted' | 'refused';
  reason: BlockReason;
  note: string;
  blocked_by: string;
  blocked_at: string;
  until: string;
  confirmed_by: string;
  lifted_at: string | null;
  code: number;
  /** Why WhatsApp refused for good, and what to do; '' else. One that it would not lift is still lifting. */
  trouble: string;
  may_confirm: boolean;
  may_lift: boolean;
}

export const blocks = {
  all: () => get<{ items: Block[] }>('/blocks'),
  of: (conversationId: string) => get<{ block: Block | null }>(`/conversations/${conversationId}/block`),
  block: (conversationId: string, reason: BlockReason, note: string) => post<Block>(`/conversations/${conversationId}/block`, { reason, note }),
  confirm: (blockId: string) => post<Block>(`/blocks/${blockId}/confirmation`),
  lift: (blockId: string) => del<Block>(`/blocks/${blockId}`),
};
