"""The running platform: its parts, put together once."""

from dataclasses import dataclass, field

import aiohttp

from parley_emulator.agenda import Agenda
from parley_emulator.clock import Clock
from parley_emulator.control.faults import Faults
from parley_emulator.diary import Diary
from parley_emulator.enforcement.caps import Caps
from parley_emulator.enforcement.limits import Limits
from parley_emulator.enforcement.tallies import Tallies
from parley_emulator.graph.usage import Usage
from parley_emulator.phone.live import Live
from parley_emulator.pricing.cards import SHIPPED, Cards
from parley_emulator.pricing.counts import Volumes
from parley_emulator.sending.rates import Rates
from parley_emulator.settings import Settings
from parley_emulator.state.loading import load
from parley_emulator.state.records import Message
from parley_emulator.state.store import Store
from parley_emulator.state.world import World
from parley_emulator.webhooks.connecting import connector
from parley_emulator.webhooks.outgoing import Outgoing


@dataclass
class Platform:
    """What every call may need. ``held``: messages that wait, by the id of their template."""

    settings: Settings
    clock: Clock
    store: Store
    world: World
    agenda: Agenda
    outgoing: Outgoing
    live: Live
    http: aiohttp.ClientSession
    rates: Rates = field(default_factory=Rates)
    faults: Faults = field(default_factory=Faults)
    limits: Limits = field(default_factory=Limits)
    tallies: Tallies = field(default_factory=Tallies)
    usage: Usage = field(default_factory=Usage)
    caps: Caps = field(default_factory=Caps)
    held: dict[str, list[Message]] = field(default_factory=dict)
    volumes: Volumes = field(default_factory=Volumes)
    cards: Cards = field(init=False)
    diary: Diary = field(init=False)

    def __post_init__(self) -> None:
        self.diary = Diary(self.clock)
        self.cards = Cards((SHIPPED, self.settings.rate_cards) if self.settings.rate_cards else (SHIPPED,))

    @classmethod
    async def open(cls, settings: Settings) -> "Platform":
        """Load what is on disk and go on where it stopped."""
        store = Store(settings.data_dir / "emulator.db")
        world = World(store, settings.data_dir)
        offset = next((int(value) for key, value in store.records("clock") if key == "offset"), 0)
        clock = Clock(settings.clock_file, offset)
        load(world)
        http = aiohttp.ClientSession(connector=connector(settings.outgoing))
        agenda = Agenda()
        outgoing = Outgoing(settings, store, clock, http)
        outgoing.load()
        return cls(settings, clock, store, world, agenda, outgoing, Live(), http)

    def move_clock(self) -> None:
        """Keep where the clock is, and tell the phones."""
        self.store.set_record("clock", "offset", self.clock.offset)
        self.diary.clock_moved()
        self.outgoing.clock_moved()
        self.live.tell_all("clock")

    async def reset(self) -> None:
        """Forget everything but where webhooks go."""
        self.agenda.clear()
        self.diary.clear()
        self.outgoing.clear()
        self.limits.clear()
        self.tallies.clear()
        self.usage.clear()
        self.volumes.clear()
        self.held.clear()
        self.caps.clear()
        self.world.clear()
        self.rates.clear()
        self.faults.clear()
        self.store.wipe()
        self.clock.move_to(0)
        self.live.tell_all("clock")
        await self.store.committed()

    async def close(self) -> None:
        """Stop, with everything on disk."""
        self.live.close()
        self.agenda.clear()
        self.diary.clear()
        await self.outgoing.close()
        await self.http.close()
        await self.store.close()
