// The event stream of one conversation, kept open: resumed from the last message seen, closed
// while nobody looks (browsers allow few connections to one server), watched for silence.

const SILENCE = 45_000;
const HIDDEN = 20_000;
const LONGEST_WAIT = 15_000;

export class Stream {
  #conversation;
  #handlers;
  #source = null;
  #last;
  #wait = 500;
  #timer = 0;
  #silence = 0;
  #ended = false;
  #visibility = () => this.#seen();

  // handlers: message, reply, delta, typing, standing, trouble, and status("open" or "lost").
  constructor(conversation, after, handlers) {
    this.#conversation = conversation;
    this.#last = after;
    this.#handlers = handlers;
    document.addEventListener("visibilitychange", this.#visibility);
    addEventListener("online", this.#visibility);
    this.#open();
  }

  close() {
    this.#ended = true;
    this.#drop();
    clearTimeout(this.#timer);
    document.removeEventListener("visibilitychange", this.#visibility);
    removeEventListener("online", this.#visibility);
  }

  #open() {
    this.#drop();
    const source = new EventSource(`/api/conversations/${this.#conversation}/events?after=${this.#last}`);
    this.#source = source;
    this.#hear();
    source.addEventListener("open", () => {
      this.#wait = 500;
      this.#handlers.status("open");
    });
    source.addEventListener("error", () => this.#failed(source));
    source.addEventListener("heartbeat", () => this.#hear());
    for (const name of ["message", "reply", "delta", "typing", "standing", "trouble"]) {
      source.addEventListener(name, (event) => this.#take(name, event));
    }
  }

  #take(name, event) {
    this.#hear();
    const data = JSON.parse(event.data);
    if (name === "message" || name === "reply") {
      if (data.id <= this.#last) return; // Seen before the connection was lost.
      this.#last = data.id;
    }
    this.#handlers[name](data);
  }

  #failed(source) {
    if (source !== this.#source) return;
    this.#handlers.status("lost");
    if (source.readyState !== EventSource.CLOSED) return; // The browser tries again by itself.
    this.#drop();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#seen(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
    this.#handlers.refused();
  }

  #seen() {
    clearTimeout(this.#timer);
    if (this.#ended) return;
    if (document.hidden) this.#timer = setTimeout(() => this.#drop(), HIDDEN);
    else if (this.#source === null) this.#open();
  }

  #hear() {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => !document.hidden && this.#open(), SILENCE);
  }

  #drop() {
    clearTimeout(this.#silence);
    this.#source?.close();
    this.#source = null;
  }
}
