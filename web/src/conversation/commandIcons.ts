import {
  IconArrowsRightLeft,
  IconBan,
  IconUserOff,
  IconCheck,
  IconCommand,
  IconHandGrab,
  IconArrowBackUp,
  IconMessagePause,
  IconMoonStars,
  IconNote,
  IconRefresh,
  IconRobot,
  IconSunrise,
  IconTemplate,
  type Icon,
} from '@tabler/icons-react';

const ICONS: Record<string, Icon> = {
  'conversation.take_over': IconHandGrab,
  'conversation.hand_to_bot': IconRobot,
  'conversation.transfer': IconArrowsRightLeft,
  'conversation.snooze': IconMoonStars,
  'conversation.wake': IconSunrise,
  'conversation.close': IconCheck,
  'conversation.reopen': IconRefresh,
  'conversation.note': IconNote,
  'conversation.template': IconTemplate,
  'conversation.reply_later': IconMessagePause,
  'conversation.withdraw_reply': IconArrowBackUp,
  'contact.opt_out': IconBan,
  'contact.block': IconUserOff,
};

export const commandIcon = (name: string): Icon => ICONS[name] ?? IconCommand;
