"""What rules look at of a business, read for matters other than messages."""

from uuid import UUID

from parley.core.policy.matters import ClientFacts
from parley.storage.database import Connection

FACTS = """
SELECT t.name, t.legal_name, t.countries, t.country, t.sector, t.under_review,
       ARRAY(SELECT DISTINCT n.display_name FROM number n WHERE n.tenant_id = t.tenant_id ORDER BY 1),
       ARRAY(SELECT h.version
               FROM policy_choice h
              WHERE h.tenant_id = t.tenant_id AND h.approved_at IS NOT NULL AND h.withdrawn_at IS NULL
                AND h.effective_from <= (now() AT TIME ZONE 'UTC')::date
              ORDER BY h.version)
  FROM tenant t
 WHERE t.tenant_id = %s
"""
SLUG = "SELECT slug FROM tenant WHERE tenant_id = %s"


async def of_tenant(db: Connection, tenant_id: UUID) -> ClientFacts:
    """The business behind the tenant, by all names that customers see."""
    row = await (await db.execute(FACTS, [tenant_id])).fetchone()
    if row is None:
        return ClientFacts()
    name, legal_name, countries, country, sector, review, names, choices = row
    return ClientFacts(
        name,
        legal_name,
        tuple(countries) or (country,),
        sector,
        tuple(names),
        under_review=review,
        choices=tuple(choices),
    )


async def slug(db: Connection, tenant_id: UUID) -> str:
    """The name under which settings and addresses know the business; '' where there is none."""
    row = await (await db.execute(SLUG, [tenant_id])).fetchone()
    return str(row[0]) if row else ""
