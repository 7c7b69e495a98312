// Requests to our own server. A refusal carries the sentence to show.

import { say } from "./dom.js";

export class Refusal extends Error {
  constructor(status, code, says, retryAfter) {
    super(says);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

const proof = () => document.querySelector("meta[name=csrf]").content;

export const get = (path) => request(path, { headers: { Accept: "application/json" } });

export function post(path, body) {
  const headers = { "Content-Type": "application/json", "X-CSRF-Token": proof() };
  return request(path, { method: "POST", headers, body: JSON.stringify(body) });
}

// The browser itself writes the form and its border.
export function sendFile(file) {
  const body = new FormData();
  body.append("file", file);
  return request("/api/files", { method: "POST", headers: { "X-CSRF-Token": proof() }, body });
}

// Throws TypeError where the network failed, Refusal where the server said no.
async function request(path, options) {
  const response = await fetch(path, { credentials: "same-origin", redirect: "error", ...options });
  if (response.ok) return response.json();
  const error = (await response.json().catch(() => ({}))).error ?? {};
  const wait = Number(response.headers.get("Retry-After")) || 0;
  throw new Refusal(response.status, error.code ?? "", error.says ?? say("no-answer"), wait);
}
