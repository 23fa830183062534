import type { Held } from './caseTypes';

/** The shapes of the desk's API, as the application sends them. Times are ISO 8601 in UTC, ids are UUID text. */

// ── Session ──────────────────────────────────────────────────────────────────────────────────────────────────────

export type Role = 'agent' | 'supervisor' | 'admin' | 'provider';
export type Presence = 'online' | 'away' | 'offline';

/** The line to WhatsApp. `about`: the Clients it concerns; `since`: null where it never was otherwise. */
export interface Line {
  state: 'well' | 'no_worker' | 'silent';
  since: string | null;
  about: string[];
}

export interface Me {
  account_id: string;
  name: string;
  email: string;
  role: Role;
  tenant: { tenant_id: string; name: string; kind: 'client' | 'provider' };
  team: Team | null;
  skills: string[];
  languages: string[];
  capacity: number;
  presence: Presence;
}

export interface Team {
  team_id: string;
  name: string;
}

export interface Colleague {
  account_id: string;
  name: string;
  team_id: string | null;
  presence: Presence;
  open_conversations: number;
  capacity: number;
}

/** A colleague who has the same conversation open. */
export interface Looker {
  account_id: string;
  name: string;
  is_writing: boolean;
}

export interface CannedReply {
  shortcut: string;
  text: string;
}

// ── The gate ─────────────────────────────────────────────────────────────────────────────────────────────────────

export type Verdict = 'allow' | 'warn' | 'redact' | 'hold' | 'block';
export type NextStep =
  | 'none'
  | 'use_template'
  | 'ask_opt_in'
  | 'remove_identifier'
  | 'complete_profile'
  | 'add_escalation_path'
  | 'reload_conversation'
  | 'shorten'
  | 'reword'
  | 'ask_supervisor';

export interface Finding {
  rule: string;
  clause: string;
  verdict: Verdict;
  sentence: string;
  next_step: NextStep;
  next_sentence: string;
}

export interface Decision {
  verdict: Verdict;
  clauses: string[];
  findings: Finding[];
  rulebook_version: string;
}

export interface ErrorBody {
  code: string;
  message: string;
  field: string | null;
  next_step: string;
  decision: Decision | null;
}

// ── Conversations ────────────────────────────────────────────────────────────────────────────────────────────────

export type View = 'mine' | 'queue' | 'all' | 'closed';
export type State = 'bot' | 'queued' | 'offered' | 'active' | 'waiting' | 'snoozed' | 'wrap_up' | 'closed';
export type AuthorKind = 'customer' | 'bot' | 'agent' | 'system';
export type MoveName = 'send' | 'take_over' | 'hand_to_bot' | 'transfer' | 'snooze' | 'close' | 'reopen' | 'note';

export interface Row {
  conversation_id: string;
  contact: { contact_id: string; name: string; username: string; phone: string | null; language: string };
  number: { number_id: string; display_name: string };
  state: State;
  owner: { kind: 'bot' | 'queue' | 'person' | 'nobody'; account_id: string | null; name: string };
  owner_version: number;
  team_id: string | null;
  skill: string;
  language: string;
  unread: number;
  last_message: { text: string; from: AuthorKind; at: string };
  window_expires_at: string | null;
  queued_at: string | null;
  due_at: string | null;
  /** A reply leaves when the customer next writes. */
  reply_waits: boolean;
  offer: { offer_id: string; account_id: string; expires_at: string; reason: string } | null;
}

export interface Counts {
  mine: number;
  queue: number;
  all: number;
  mine_unread: number;
}

export interface ConversationPage {
  items: Row[];
  next_cursor: string | null;
  counts: Counts;
}

export type Purpose = 'all' | 'marketing' | 'utility' | 'authentication';

export interface Consent {
  purpose: Purpose;
  action: 'opt_in' | 'opt_out';
  at: string;
  method: string;
}

export interface Routed {
  at: string;
  account_name: string;
  outcome: string;
  reason: string;
}

export interface Detail extends Row {
  moves: (MoveName | (string & {}))[];
  /** Who else speaks with the customer, and until when that holds. */
  thread: { owner: 'phone_app' | 'other_app' | 'meta_agent'; until: string } | null;
  waiting_reply: WaitingReply | null;
  created_at: string;
  closed_at: string | null;
  consents: Consent[];
  routing: Routed[];
}

export interface Offer {
  offer_id: string;
  conversation: Row;
  /** Their last words, two at most, the older first. */
  customer_said: { text: string; at: string }[];
  reason: string;
  offered_at: string;
  expires_at: string;
}

// ── Messages ─────────────────────────────────────────────────────────────────────────────────────────────────────

export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

export interface TextContent {
  type: 'text';
  body: string;
}
export interface ButtonsContent {
  type: 'buttons';
  body: string;
  buttons: { id: string; title: string }[];
  header?: string;
  footer?: string;
}
export interface ListContent {
  type: 'list';
  body: string;
  button: string;
  sections: { title?: string; rows: { id: string; title: string; description?: string }[] }[];
  header?: string;
  footer?: string;
}
export interface ProductContent {
  type: 'product';
  catalogue_id: string;
  retailer_id: string;
  body?: string;
  footer?: string;
}
export interface ProductListContent {
  type: 'product_list';
  catalogue_id: string;
  header: string;
  body: string;
  sections: { title?: string; retailer_ids: string[] }[];
  footer?: string;
}
export interface TemplateContent {
  type: 'template';
  name: string;
  language: string;
  category?: string;
  header: string[];
  body: string[];
  buttons: string[];
  taps?: { kind: string; index: number; value: string }[];
  header_media?: MediaContent | null;
  header_place?: Omit<LocationContent, 'type'> | null;
  rendered?: string;
}
export interface MediaContent {
  type: 'media';
  kind: MediaKind;
  media_id: string;
  mime_type: string;
  caption?: string;
  filename?: string;
  size?: number;
  voice?: boolean;
  animated?: boolean;
}
export interface ReactionContent {
  type: 'reaction';
  platform_id: string;
  emoji: string;
}
export interface ReplyContent {
  type: 'reply';
  id: string;
  title: string;
  source?: string;
  description?: string;
}
export interface LocationContent {
  type: 'location';
  latitude: number;
  longitude: number;
  name?: string;
  address?: string;
  url?: string;
}
export interface Card {
  name?: string;
  phones?: string[];
  emails?: string[];
  organisation?: string;
  role?: string;
  addresses?: string[];
  websites?: string[];
  birthday?: string;
}
export interface ContactsContent {
  type: 'contacts';
  cards: Card[];
  asked_for?: boolean;
}
export interface OrderContent {
  type: 'order';
  catalogue_id: string;
  items: { retailer_id: string; quantity: number; price: string; currency: string }[];
  text?: string;
}
export interface FormAnswerContent {
  type: 'form_answer';
  form: string;
  answers: { name: string; value: string }[];
  body?: string;
}
export interface SystemContent {
  type: 'system';
  kind: string;
  body?: string;
}
export interface UnknownContent {
  type: 'unknown';
  kind: string;
  reason?: string;
}
/** What stands around a message; what says nothing is left out. */
export interface MessageContext {
  way?: 'phone_app' | 'other_app' | 'history' | 'group';
  forwarded?: 'once' | 'often';
  product?: { catalogue_id?: string; retailer_id?: string };
  ad?: { kind?: string; headline?: string; body?: string; url?: string; media?: string; greeting?: string };
  edited_at?: string;
  deleted_at?: string;
  problem?: string;
  /** Of a reply that left when the customer wrote: when it was written. */
  waited_since?: string;
}

export type Content =
  | TextContent
  | ButtonsContent
  | ListContent
  | TemplateContent
  | MediaContent
  | ReactionContent
  | ReplyContent
  | LocationContent
  | ProductContent
  | ProductListContent
  | ContactsContent
  | OrderContent
  | FormAnswerContent
  | SystemContent
  | UnknownContent;

export type MessageStatus =
  | 'received'
  | 'queued'
  | 'held'
  | 'accepted'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'failed'
  | 'refused'
  | 'note';

export interface MessageError {
  code: string;
  clause?: string;
  sentence?: string;
  next_step?: string;
  next_sentence?: string;
}

export interface MediaState {
  media_id: string;
  url: string;
  state: 'pending' | 'stored' | 'failed';
  mime_type: string;
  filename: string;
  size: number | null;
  reason: string | null;
}

export interface Message {
  message_id: string;
  position: number;
  direction: 'in' | 'out' | 'note';
  author: { kind: AuthorKind; account_id: string | null; name: string };
  type: string;
  content: Content;
  text: string;
  status: MessageStatus;
  error: MessageError | null;
  /** Present while it waits for a second person. */
  held: Held | null;
  reply_to: string | null;
  platform_id: string | null;
  reactions: { emoji: string; from: 'customer' | 'agent' }[];
  media: MediaState | null;
  at: string;
  context?: MessageContext;
  /** Of an agent's message: the key it was sent with, by which its page knows it again. */
  client_key?: string | null;
}

/** It leaves when the customer next writes before `until`, as the message `reply_id`; with `stopped` it stays. */
export interface WaitingReply {
  reply_id: string;
  content: Content;
  text: string;
  media: MediaState | null;
  reply_to: string | null;
  author: Message['author'];
  written_at: string;
  until: string;
  stopped: {
    why: 'opted_out' | 'too_old' | 'closed' | 'bot_has_it' | 'elsewhere' | 'refused';
    clause: string;
    sentence: string;
    next_sentence: string;
  } | null;
}

export interface ThreadEvent {
  event_id: number;
  kind: string;
  actor: { kind: string; account_id: string | null; name: string };
  data: Record<string, unknown>;
  at: string;
}

export interface MessagePage {
  items: Message[];
  events: ThreadEvent[];
  next_before: number | null;
}

export interface Outgoing {
  content: Content;
  owner_version: number;
  idempotency_key: string;
  reply_to?: string;
}

export interface Uploaded {
  media_id: string;
  kind: MediaKind;
  mime_type: string;
  filename: string;
  size: number;
}

// ── Templates ────────────────────────────────────────────────────────────────────────────────────────────────────

export type TemplatePart = 'header' | 'body' | 'button' | 'code';

export interface TemplateParameter {
  part: TemplatePart;
  index: number;
  example: string;
  /** '' where the template numbers its places. */
  name: string;
  /** Which of the template's buttons has it, from 0. */
  button: number | null;
}

export type HeaderKind = '' | 'text' | 'image' | 'video' | 'document' | 'location';

export interface Template {
  name: string;
  language: string;
  category: 'marketing' | 'utility' | 'authentication';
  status: string;
  header: string;
  body: string;
  footer: string;
  buttons: { type: string; text: string }[];
  parameters: TemplateParameter[];
  header_kind: HeaderKind;
  /** It shows cards, or an offer whose end is given: a program fills these in, not this desk. */
  cards: boolean;
  offer: boolean;
}

// ── Live ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export type ChangeKind = 'message' | 'conversation' | 'offer' | 'presence' | 'clock' | 'bot' | 'decision' | 'case' | 'looking' | 'block';

export interface Change {
  conversation_id: string | null;
  kind: ChangeKind | (string & {});
}

// ── The provider ─────────────────────────────────────────────────────────────────────────────────────────────────

export interface ClientNumber {
  number_id: string;
  account_id: string;
  display_phone_number: string;
  display_name: string;
  status: string;
  profile: Record<string, unknown>;
  profile_confirmed_at: string | null;
  missing: string[];
}

export interface Client {
  tenant_id: string;
  slug: string;
  name: string;
  legal_name: string;
  country: string;
  timezone: string;
  privacy_url: string;
  status: 'active' | 'suspended' | 'terminated';
  open_conversations: number;
  waiting_conversations: number;
  agents_online: number;
  agents: number;
  quarantined: number;
  decisions_24h: Record<Verdict, number>;
  numbers: ClientNumber[];
  bot: { published_at: string | null; paths: string[]; intents: number };
  templates: { name: string; language: string; category: string; status: string }[];
}

export interface LoggedDecision {
  seq: number;
  at: string;
  moment: string;
  verdict: Verdict;
  clauses: string[];
  findings: Partial<Finding>[];
  facts: Record<string, unknown>;
  author: { kind: string; name: string };
  number_id: string;
  conversation_id: string | null;
  message_id: string | null;
  rulebook_version: string;
  hash: string;
}

export interface Chain {
  rows: number;
  first_break: number | null;
  head: string;
}

export interface Rulebook {
  version: string;
  rules: { name: string; clause: string; title: string; moments: string[]; reason: string }[];
}

export type CoverageStatus = 'prevented' | 'detected' | 'attested' | 'beyond' | 'open';

/** A rule of the gate, or another part of the product that holds a clause. */
export interface PolicyControl {
  name: string;
  kind: 'rule' | 'part';
  title: string;
  says: string;
  moments: string[];
  status: CoverageStatus;
  verdict: Verdict | '';
  where: string;
  breaches: number;
  look_alikes: number;
  tests: string[];
}

export interface CoveredClause {
  id: string;
  section: string;
  title: string;
  asks: string;
  moments: string[];
  remains: string;
  status: CoverageStatus;
  in_part: boolean;
  unheld: string[];
  controls: PolicyControl[];
}

export interface Coverage {
  version: string;
  counts: Record<CoverageStatus, number>;
  means: Record<CoverageStatus, string>;
  sections: { letter: string; about: string }[];
  clauses: CoveredClause[];
}

/** What WhatsApp told a Client of its account, numbers, templates and groups. */
export interface PlatformNotice {
  notice_id: number;
  number_id: string;
  field: string;
  event: string;
  sentence: string;
  facts: Record<string, string>;
  grave: boolean;
  at: string;
}

export interface Quarantined {
  event_id: number;
  number_id: string;
  kind: string;
  reason: string | null;
  attempts: number;
  received_at: string;
  payload: unknown;
}
