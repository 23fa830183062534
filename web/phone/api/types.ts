/** The shapes of the phone's API, as the local platform sends them. Times are Unix seconds of its clock. */

export type Status = 'pending' | 'sent' | 'delivered' | 'read' | 'failed';

export interface Profile {
  about?: string;
  description?: string;
  address?: string;
  email?: string;
  websites?: string[];
  vertical?: string;
}

export interface Business {
  phone_number_id: string;
  display_phone_number: string;
  verified_name: string;
  profile: Profile | null;
  /** Whether the phone has a button to call it. */
  can_be_called: boolean;
  /** Its whole catalogue, where the business shows it. */
  shop: Shop | null;
}

export interface Customer {
  wa_id: string;
  name: string;
}

export interface PlatformState {
  now: number;
  offset_seconds: number;
  businesses: Business[];
  customers: Customer[];
}

export interface Chat {
  phone_number_id: string;
  name: string;
  /** `sender`: who of a group wrote it. */
  last_message: { text: string; from_me: boolean; at: number; status: Status; sender?: string } | null;
  unread: number;
  blocked: boolean;
  /** Present where the chat is a group; its id then stands in `phone_number_id`. */
  group?: Group & { pinned: Pinned[] };
}

export interface Person {
  wa_id: string;
  name: string;
}

/** A group of a business, as one person sees it. */
export interface Group {
  group_id: string;
  subject: string;
  description: string;
  picture: string | null;
  business: string;
  participants: Person[];
  /** Who follows the link asks first. */
  asks_first: boolean;
  suspended: boolean;
  state: 'member' | 'asked' | 'none';
}

export interface Pinned {
  id: string;
  text: string;
  sender: string;
}

/** What a button does: answer (`reply`, `quick_reply`), or open something (`url`, `phone_number`, `copy_code`). */
export interface MessageButton {
  id: string;
  title: string;
  kind: string;
  url?: string;
  phone_number?: string;
}

export interface ListRow {
  id: string;
  title: string;
  description?: string;
}

export interface ListMenu {
  button: string;
  sections: { title?: string; rows: ListRow[] }[];
}

export interface Media {
  url: string;
  mime_type: string;
  filename?: string;
  caption?: string;
  size?: number;
  /** Spoken, not a file of music. */
  voice?: boolean;
}

export interface Place {
  latitude: number;
  longitude: number;
  name?: string;
  address?: string;
}

/** `name`: who gave it, in a group. */
export interface Reaction {
  emoji: string;
  from_me: boolean;
  name?: string;
}

export interface ContactCard {
  name: string;
  company: string;
  phones: string[];
  emails: string[];
  /** Addresses, pages, the birthday. */
  more: string[];
}

export interface OrderItem {
  product: string;
  /** What the catalogue calls it. */
  name?: string;
  quantity: number;
  price: number;
  currency: string;
}

export interface Order {
  items: OrderItem[];
  total: number;
  note: string;
}

/** The chat that a short link or a QR code opens, and what is written there then. */
export interface ChatLink {
  phone_number_id: string;
  name: string;
  text: string;
}

export interface Code extends ChatLink {
  code: string;
  picture: string;
}

/** An order to pay. `status` is the business's word on it, `payment` what came of paying it, empty before. */
export interface Bill {
  reference: string;
  currency: string;
  items: { name: string; quantity: number; price: number }[];
  lines: { name: string; amount: number }[];
  total: number;
  status: string;
  payment: string;
  /** What goes back; the last word on one is `success`. */
  refunds: { amount: number; status: string }[];
}

/** A call that rings, or is spoken in since `answered_at`. */
export interface Call {
  id: string;
  phone_number_id: string;
  name: string;
  from_me: boolean;
  answered_at: number | null;
}

/** One card of a carousel. */
export interface Card {
  media?: Media | null;
  text: string;
  buttons?: MessageButton[] | null;
  shop?: Shop | null;
}

/** One thing that is sold. */
export interface ShopItem {
  product: string;
  name: string;
  description: string;
  price: number;
  currency: string;
  picture: string;
  available: boolean;
}

/**
 * Items that can be put into a basket; `title`: of the button that opens them. `items` are there where the business
 * has a catalogue, and `cart` says whether they can be ordered.
 */
export interface Shop {
  catalog_id: string;
  products: string[];
  title?: string;
  items?: ShopItem[];
  cart?: boolean;
}

export interface PhoneMessage {
  id: string;
  from_me: boolean;
  type: string;
  text?: string | null;
  header?: string | null;
  footer?: string | null;
  buttons?: MessageButton[] | null;
  list?: ListMenu | null;
  media?: Media | null;
  location?: Place | null;
  contacts?: ContactCard[] | null;
  order?: Order | null;
  bill?: Bill | null;
  cards?: Card[] | null;
  /** Opens a form, beginning at that screen (the first when empty). */
  flow?: { token: string; screen: string; data: Record<string, unknown>; asks: boolean } | null;
  shop?: Shop | null;
  /** The id of what was tapped, in an answer. */
  choice?: string | null;
  /** The item that is asked about. */
  about?: { product: string; name: string } | null;
  /** The link that is shown larger. */
  preview?: string | null;
  /** What a template offers, and until when. */
  offer?: { text: string; until: number | null } | null;
  /** Who wrote it, in a group; the business has no `wa_id`. */
  sender?: Person;
  edited?: boolean;
  deleted?: boolean;
  context_id?: string | null;
  reactions?: Reaction[] | null;
  status: Status;
  at: number;
}

export type ReplyKind = 'button' | 'list' | 'template';

export interface Reply {
  id: string;
  title: string;
  kind: ReplyKind;
}

/** What a form's server says: the next screen, or that the form is done. */
export interface FormAnswer {
  screen?: string;
  data?: Record<string, unknown>;
  done?: Record<string, unknown>;
}

/** What the customer is about to send. `file` is uploaded first, its id then takes its place. */
export interface Draft {
  type: 'text' | 'reply' | 'image' | 'document' | 'audio' | 'video' | 'form' | 'address' | 'contacts' | 'order' | 'call_permission' | 'sticker' | 'voice' | 'location' | 'unsupported';
  text?: string;
  reply?: Reply;
  context_id?: string;
  file?: File;
  answers?: Record<string, unknown>;
  flow_token?: string;
  name?: string;
  phone?: string;
  /** The customer's own card, as the business asked for it. */
  asked_for?: boolean;
  catalog_id?: string;
  items?: { product_retailer_id: string; quantity: number; item_price: number; currency: string }[];
  allowed?: boolean;
  /** What businesses can not see. */
  unsupported?: 'poll';
  place?: Place;
  /** The item that this asks about. */
  product?: AskedItem;
  /** The advertisement that was tapped before this was written. */
  from_ad?: Ad;
}

export interface AskedItem {
  catalog_id: string;
  product_retailer_id: string;
  name: string;
}

export interface Ad {
  headline: string;
  body: string;
}

/** A later change of one's own message. */
export type Change = { type: 'edit'; message_id: string; text: string } | { type: 'revoke'; message_id: string };
