/** English of the live scripts. Loaded with them, and put among the other words then. */
export const enLive = {
  liveOn: 'Live',
  liveNone: 'No updates yet. They will appear here.',
  liveEnded: 'Coverage has ended.',
  liveOffline: 'No connection. Updates come when it is back.',
  liveFailed: 'New updates could not be loaded.',
  liveNew: { one: '{count} new update', other: '{count} new updates' },
  liveChanged: { one: '{count} update has changed', other: '{count} updates have changed' },
  liveBack: 'Back to where you were',
  liveEarlier: 'Load earlier updates',
  liveEarlierCame: { one: '{count} earlier update', other: '{count} earlier updates' },
  liveEarlierFailed: 'Earlier updates could not be loaded.',
  liveOrder: 'Order of the updates',
  sortNewest: 'Newest first',
  sortOldest: 'Oldest first',
} as const;
