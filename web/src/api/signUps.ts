import { get, post } from './http';

// Numbers that are connected by WhatsApp's own dialogue.

export interface SignUpStep {
  name: string;
  sentence: string;
  at: string;
}

export interface SignUp {
  sign_up_id: string;
  /** open: the dialogue is shown. waiting: its steps are taken. */
  state: 'open' | 'waiting' | 'stopped' | 'connected' | 'cancelled';
  in_app: boolean;
  begun_by: string;
  begun_at: string;
  changed_at: string;
  account_id: string;
  number_id: string;
  steps: SignUpStep[];
  /** Of how many steps those are the first. */
  all: number;
  /** What went wrong and what mends it. */
  trouble: string;
  /** What only a person can give: the code of an SMS, the PIN, or a new dialogue. */
  needs: '' | 'code' | 'pin' | 'dialogue';
}

export interface SignUpDialogue {
  sign_up_id: string;
  address: string;
  /** Whose messages are the dialogue's. */
  origins: string[];
}

export interface SignUpEnd {
  how: 'CANCEL' | 'ERROR' | 'DENIED' | 'CLOSED' | 'BLOCKED';
  step?: string;
  message?: string;
  code?: string;
}

const of = (tenantId: string): string => `/provider/clients/${tenantId}/sign-ups`;

export const signUps = {
  list: (tenantId: string) => get<{ items: SignUp[] }>(of(tenantId)),
  begin: (tenantId: string, inApp: boolean) => post<SignUpDialogue>(of(tenantId), { in_app: inApp }),
  handOver: (tenantId: string, id: string, told: { code: string; account_id: string; number_id: string; pin: string }) =>
    post<void>(`${of(tenantId)}/${id}/connection`, told),
  again: (tenantId: string, id: string, given: { pin?: string; sms?: string }) => post<void>(`${of(tenantId)}/${id}/attempts`, given),
  end: (tenantId: string, id: string, { how, step = '', message = '', code = '' }: SignUpEnd) => post<void>(`${of(tenantId)}/${id}/end`, { how, step, message, code }),
};
