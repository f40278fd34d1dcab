import { expect } from '@open-wc/testing';
import { whenIdle } from '../../src/kit/idle.js';
// After it: `helpers` gives the page an idle moment of its own, which is taken away again below.
import '../helpers.js';

describe('What waits until the browser is idle', () => {
  const { requestIdleCallback, setTimeout } = window;
  let asked: IdleRequestCallback[];
  let done: string[];
  const later = (name: string) => whenIdle(() => void done.push(name));
  /** An idle moment in which so many calls find time. */
  const moment = (calls: number, didTimeout = false) => {
    let left = calls;
    asked.shift()!({ didTimeout, timeRemaining: () => left-- });
  };

  beforeEach(() => {
    [asked, done] = [[], []];
    window.requestIdleCallback = (run) => asked.push(run);
  });
  afterEach(() => Object.assign(window, { requestIdleCallback, setTimeout }));

  it('shares one idle moment, so that the page is drawn once for all', () => {
    ['one', 'two', 'three'].forEach(later);
    expect(asked).to.have.lengthOf(1);
    expect(done).to.deep.equal([]);
    moment(5);
    expect(done).to.deep.equal(['one', 'two', 'three']);
    expect(asked).to.be.empty;
  });

  it('goes on in the next one when time is up', () => {
    ['one', 'two', 'three'].forEach(later);
    moment(2);
    expect(done).to.deep.equal(['one', 'two']);
    moment(2);
    expect(done).to.deep.equal(['one', 'two', 'three']);
    expect(asked).to.be.empty;
  });

  it('does all of it in a browser that is never idle', () => {
    ['one', 'two'].forEach(later);
    moment(0, true);
    expect(done).to.deep.equal(['one', 'two']);
  });

  it('does the rest after something that throws', () => {
    whenIdle(() => {
      throw new Error('thrown');
    });
    later('two');
    expect(() => moment(5)).to.throw('thrown');
    moment(5);
    expect(done).to.deep.equal(['two']);
  });

  it('leaves what is asked for meanwhile to the next moment', () => {
    whenIdle(() => later('again'));
    moment(5);
    expect(done).to.be.empty;
    moment(5);
    expect(done).to.deep.equal(['again']);
  });

  it('waits a little in a browser that cannot tell', () => {
    let run: TimerHandler | undefined;
    Reflect.deleteProperty(window, 'requestIdleCallback');
    window.setTimeout = ((timer: TimerHandler) => ((run = timer), 0)) as typeof setTimeout;
    ['one', 'two'].forEach(later);
    (run as () => void)();
    expect(done).to.deep.equal(['one', 'two']);
  });
});
