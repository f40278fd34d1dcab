import { expect } from '@open-wc/testing';
import { systemClock } from '../../src/kit/clock.js';

interface Alarm {
  readonly ring: () => void;
  readonly after: number;
}

describe("The page's clock", () => {
  const { setTimeout, clearTimeout } = globalThis;
  let alarms: Map<number, Alarm>;
  let hidden: boolean;
  let ends: (() => void)[];
  const listen = (tick: () => void) => {
    const end = systemClock.subscribe(tick);
    ends.push(end);
    return end;
  };
  /** A minute later. */
  const ring = () => {
    const [[id, alarm] = []] = alarms;
    if (id !== undefined) alarms.delete(id);
    alarm?.ring();
  };

  beforeEach(() => {
    alarms = new Map();
    ends = [];
    hidden = false;
    let last = 0;
    globalThis.setTimeout = ((run: () => void, after: number) => {
      alarms.set(++last, { ring: run, after });
      return last;
    }) as unknown as typeof setTimeout;
    globalThis.clearTimeout = ((id: number) => alarms.delete(id)) as typeof clearTimeout;
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  });
  afterEach(() => {
    ends.forEach((end) => end());
    Object.assign(globalThis, { setTimeout, clearTimeout });
    Reflect.deleteProperty(document, 'hidden');
  });

  const hide = (value: boolean) => {
    hidden = value;
    document.dispatchEvent(new Event('visibilitychange'));
  };

  it('tells the time', () => {
    const before = Date.now();
    expect(systemClock.now()).to.be.within(before, Date.now());
  });

  it('has one timer of a minute, however many listen', () => {
    const heard: string[] = [];
    listen(() => heard.push('a'));
    listen(() => heard.push('b'));
    expect([...alarms.values()].map(({ after }) => after)).to.deep.equal([60_000]);
    ring();
    ring();
    expect(heard).to.deep.equal(['a', 'b', 'a', 'b']);
    expect(alarms.size).to.equal(1);
  });

  it('rests when nobody listens any more, even if the last one leaves while it rings', () => {
    const end = listen(() => {});
    end();
    end();
    expect(alarms.size).to.equal(0);
    const leave = listen(() => leave());
    ring();
    expect(alarms.size).to.equal(0);
  });

  it('goes on for those who stay', () => {
    let heard = 0;
    listen(() => {})();
    listen(() => heard++);
    listen(() => {})();
    ring();
    expect(heard).to.equal(1);
  });

  it('rests while the page is hidden, and rings at once when it is shown', () => {
    let heard = 0;
    listen(() => heard++);
    hide(true);
    expect(alarms.size).to.equal(0);
    hide(false);
    expect(heard).to.equal(1);
    expect(alarms.size).to.equal(1);
  });

  it('does not start in a hidden page', () => {
    hidden = true;
    listen(() => {});
    expect(alarms.size).to.equal(0);
  });
});
