import { expect } from '@open-wc/testing';
import { ReactiveElement } from 'lit';
import { ContextConsumer, ContextProvider, ContextRequestEvent } from '../../src/kit/context.js';
import { show, turn } from '../helpers.js';

class Asker extends ReactiveElement {
  readonly asked = new ContextConsumer<string>(this, 'word');
  updates = 0;
  protected override update(changed: Map<PropertyKey, unknown>): void {
    super.update(changed);
    this.updates++;
  }
}
class Teller extends ReactiveElement {
  readonly told = new ContextProvider<string>(this, 'word', 'first');
}
customElements.define('test-asker', Asker);
customElements.define('test-teller', Teller);

const only = (root: Element) => root.querySelector<Asker>('test-asker')!;

describe('A context', () => {
  it('hands a value to those inside, now and whenever it changes', async () => {
    const teller = await show<Teller>(
      '<test-teller><p><test-asker></test-asker></p></test-teller>',
    );
    const asker = only(teller);
    expect(asker.asked.value).to.equal('first');
    teller.told.value = 'second';
    expect(asker.asked.value).to.equal('second');
    expect(teller.told.value).to.equal('second');
  });

  it('updates those inside only when the value is another', async () => {
    const teller = await show<Teller>('<test-teller><test-asker></test-asker></test-teller>');
    const asker = only(teller);
    const before = asker.updates;
    teller.told.value = 'first';
    await turn();
    expect(asker.updates).to.equal(before);
    teller.told.value = 'second';
    await turn();
    expect(asker.updates).to.equal(before + 1);
  });

  it('is not there outside', async () => {
    const asker = await show<Asker>('<test-asker></test-asker>');
    expect(asker.asked.value).to.equal(undefined);
  });

  it('comes from the nearest', async () => {
    const outer = await show<Teller>(
      '<test-teller><test-teller><test-asker></test-asker></test-teller></test-teller>',
    );
    const inner = outer.querySelector<Teller>('test-teller')!;
    inner.told.value = 'near';
    outer.told.value = 'far';
    expect(only(outer).asked.value).to.equal('near');
  });

  it('reaches into shadow roots', async () => {
    const teller = await show<Teller>('<test-teller><div></div></test-teller>');
    const root = teller.querySelector('div')!.attachShadow({ mode: 'closed' });
    const asker = document.createElement('test-asker') as Asker;
    root.append(asker);
    expect(asker.asked.value).to.equal('first');
  });

  it('reaches those who were there before the one who answers', async () => {
    class Late extends ReactiveElement {
      readonly told = new ContextProvider<string>(this, 'word', 'late');
    }
    const box = await show(
      '<div><test-late><div></div><test-asker></test-asker></test-late><test-asker></test-asker></div>',
    );
    const inShadow = document.createElement('test-asker') as Asker;
    box.querySelector('div')!.attachShadow({ mode: 'open' }).append(inShadow);
    const [inside, outside] = box.querySelectorAll<Asker>('test-asker');
    customElements.define('test-late', Late);
    expect(inside!.asked.value).to.equal('late');
    expect(inShadow.asked.value).to.equal('late');
    expect(outside!.asked.value).to.equal(undefined);
  });

  it('changes hands when a nearer one comes later', async () => {
    class Nearer extends ReactiveElement {
      readonly told = new ContextProvider<string>(this, 'word', 'near');
    }
    const outer = await show<Teller>(
      '<test-teller><test-nearer><test-asker></test-asker></test-nearer></test-teller>',
    );
    const asker = only(outer);
    expect(asker.asked.value).to.equal('first');
    customElements.define('test-nearer', Nearer);
    expect(asker.asked.value).to.equal('near');
    outer.told.value = 'far';
    expect(asker.asked.value).to.equal('near');
  });

  it('is left behind by a move, and taken up where there is one', async () => {
    const box = await show<HTMLElement>(
      '<div><test-teller><test-asker></test-asker></test-teller><test-teller></test-teller></div>',
    );
    const asker = only(box);
    const [first, second] = box.querySelectorAll<Teller>('test-teller');
    second!.told.value = 'second';
    second!.append(asker);
    expect(asker.asked.value).to.equal('second');
    first!.told.value = 'changed';
    expect(asker.asked.value).to.equal('second');
    box.append(asker);
    expect(asker.asked.value).to.equal(undefined);
    second!.told.value = 'changed too';
    expect(asker.asked.value).to.equal(undefined);
  });

  it('answers the elements of other libraries, once or for good, and only what it knows', async () => {
    const teller = await show<Teller>('<test-teller><p></p></test-teller>');
    const target = teller.querySelector('p')!;
    const heard: string[] = [];
    let leave: (() => void) | undefined;
    const ask = (context: string, subscribe: boolean) =>
      target.dispatchEvent(
        new ContextRequestEvent<string>(
          context,
          target,
          (value, unsubscribe) => {
            heard.push(value);
            leave = unsubscribe;
          },
          subscribe,
        ),
      );
    ask('another', true);
    expect(heard).to.deep.equal([]);
    ask('word', false);
    expect(leave).to.equal(undefined);
    teller.told.value = 'second';
    expect(heard).to.deep.equal(['first']);
    ask('word', true);
    teller.told.value = 'third';
    leave?.();
    teller.told.value = 'fourth';
    expect(heard).to.deep.equal(['first', 'second', 'third']);
  });
});
