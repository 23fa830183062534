"""What a message to this person would cost now (C1, C6): told before it is sent, and kept with a template that is."""

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from parley.core.conversation import Conversation
from parley.core.errors import NotFound
from parley.core.messages import TemplateUse
from parley.core.pricing.cards import Card
from parley.core.pricing.markets import country_of
from parley.core.pricing.price import (
    ANSWER_WITHIN,
    FREE_ENTRY,
    SERVICE,
    Charged,
    Free,
    Price,
    Sending,
    foretell,
    free_entry_until,
    kind_of,
)
from parley.core.pricing.totals import volume_key
from parley.storage import contacts, price_cards, prices, templates
from parley.storage.database import Connection

LONGEST_FREE = ANSWER_WITHIN + FREE_ENTRY + timedelta(minutes=1)


async def price_now(
    db: Connection, conversation: Conversation, name: str, language: str, now: datetime
) -> tuple[Sending, Price]:
    """Of the template, or of free text where no name is given. Raises NotFound."""
    category = SERVICE
    if name:
        template = await templates.get(db, conversation.tenant_id, conversation.number_id, name, language)
        if template is None:
            raise NotFound("template")
        category = template.category
    return await _price(db, conversation, category, now)


async def foretell_price(
    db: Connection, conversation: Conversation, message_id: UUID, template: TemplateUse, now: datetime
) -> None:
    """Keep what the template would cost as it was written: WhatsApp's word is compared with it later (C5)."""
    _, price = await _price(db, conversation, template.category, now)
    charged = price if isinstance(price, Charged) else None
    await prices.keep_foretold(
        db,
        conversation.tenant_id,
        message_id,
        kind=kind_of(price),
        category=template.category,
        amount=charged.amount if charged else (Decimal(0) if isinstance(price, Free) else None),
        currency=charged.card.currency if charged else "",
        now=now,
    )


async def _price(db: Connection, conversation: Conversation, category: str, now: datetime) -> tuple[Sending, Price]:
    tenant_id, number_id = conversation.tenant_id, conversation.number_id
    contact = await contacts.get(db, tenant_id, conversation.contact_id)
    country = country_of(contact.phone if contact else "")
    came, answered = await prices.free_entry(db, tenant_id, number_id, conversation.contact_id, now - LONGEST_FREE)
    sending = Sending(category, country, now, conversation.window_expires_at, free_entry_until(came, answered, now))
    card = await price_cards.in_force(db, tenant_id, number_id, "message", now)
    return sending, foretell(sending, card, await _before(db, tenant_id, sending, card))


async def _before(db: Connection, tenant_id: UUID, sending: Sending, card: Card | None) -> int:
    if card is None or sending.category == SERVICE:
        return 0
    return await prices.volume(db, tenant_id, sending.at, *volume_key(sending.country, sending.category, card))
