import { del, get, post, put, query, upload } from './http';
import type {
  CannedReply,
  Colleague,
  Consent,
  Content,
  ConversationPage,
  Decision,
  Detail,
  Looker,
  Me,
  Message,
  MessagePage,
  Offer,
  Outgoing,
  Presence,
  Purpose,
  Team,
  Template,
  Uploaded,
  View,
} from './types';
import type { Price } from './priceTypes';

const of = (conversationId: string): string => `/conversations/${conversationId}`;

/** One function for each thing the desk can ask. All throw ApiError with a plain sentence. */
export const desk = {
  logIn: (email: string, password: string) => post<Me>('/session', { email, password }),
  me: () => get<Me>('/session'),
  logOut: () => del<void>('/session'),
  setPresence: (presence: Presence) => put<Me>('/presence', { presence }),
  clock: () => get<{ now: string }>('/clock'),

  colleagues: () => get<{ items: Colleague[]; teams: Team[] }>('/colleagues'),
  cannedReplies: () => get<{ items: CannedReply[] }>('/canned-replies'),
  templates: (numberId: string) => get<{ items: Template[] }>(`/templates${query({ number_id: numberId })}`),

  conversations: (view: View, q: string, cursor: string, signal?: AbortSignal) =>
    get<ConversationPage>(`/conversations${query({ view, q, cursor, limit: 50 })}`, signal),
  conversation: (id: string) => get<Detail>(of(id)),
  messages: (id: string, before: number | null) => get<MessagePage>(`${of(id)}/messages${query({ before, limit: 50 })}`),

  send: (id: string, message: Outgoing) => post<Message>(`${of(id)}/messages`, message),
  price: (id: string, template: string, language: string) => get<Price>(`${of(id)}/price${query({ template, language })}`),
  draft: (id: string, content: Content, waits: boolean) => post<Decision>(`${of(id)}/drafts`, { content, waits }),
  letReplyWait: (id: string, reply: Omit<Outgoing, 'idempotency_key'>) => put<Detail>(`${of(id)}/waiting-reply`, reply),
  withdrawReply: (id: string) => del<Detail>(`${of(id)}/waiting-reply`),
  note: (id: string, text: string) => post<Message>(`${of(id)}/notes`, { text }),
  read: (id: string) => post<void>(`${of(id)}/reading`),
  typing: (id: string) => post<void>(`${of(id)}/typing`),
  lookers: (id: string) => get<{ items: Looker[] }>(`${of(id)}/lookers`),
  look: (id: string, writing: boolean) => put<{ items: Looker[] }>(`${of(id)}/looking`, { writing }),
  lookAway: (id: string) => del<void>(`${of(id)}/looking`),

  takeOver: (id: string) => post<Detail>(`${of(id)}/ownership`),
  handToBot: (id: string) => post<Detail>(`${of(id)}/bot`),
  transfer: (id: string, to: { team_id?: string; account_id?: string; note?: string }) =>
    post<Detail>(`${of(id)}/transfer`, to),
  snooze: (id: string, until: Date) => post<Detail>(`${of(id)}/snooze`, { until: until.toISOString() }),
  wake: (id: string) => del<Detail>(`${of(id)}/snooze`),
  close: (id: string) => post<Detail>(`${of(id)}/closure`),
  reopen: (id: string) => del<Detail>(`${of(id)}/closure`),

  offers: () => get<{ items: Offer[] }>('/offers'),
  accept: (offerId: string) => post<Detail>(`/offers/${offerId}/acceptance`),
  refuse: (offerId: string) => post<void>(`/offers/${offerId}/refusal`),

  upload: (file: File) => upload<Uploaded>('/media', file),
  recordConsent: (contactId: string, consent: NewConsent) => post<Consent>(`/contacts/${contactId}/consents`, consent),
};

export interface NewConsent {
  purpose: Purpose;
  action: 'opt_in' | 'opt_out';
  method: string;
  wording?: string;
  evidence?: Record<string, string>;
}
