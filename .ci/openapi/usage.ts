// A front end in small: it compiles only while the document describes what such a client relies on.
import createClient from "openapi-fetch";
import type { paths } from "./generated/vestnik.js";

const client = createClient<paths>({ baseUrl: "http://localhost:8080" });

export async function latestTitle(): Promise<string | undefined> {
  const { data, error } = await client.GET("/api/v1/news", {
    params: { query: { locale: "ru", limit: 1 } },
  });
  if (error) {
    throw new Error("The list of news did not answer");
  }
  const title: string | undefined = data.items[0].title;
  return title;
}

export async function draft(title: string): Promise<string> {
  const { data, response } = await client.POST("/api/v1/news", {
    body: { locale: "ru", title, body: { format: "markdown", content: "Text" } },
  });
  if (!data) {
    throw new Error(`The draft was refused: ${response.status}`);
  }
  const id: string = data.id;
  return id;
}

export async function misuse(): Promise<void> {
  // @ts-expect-error a draft without a title does not compile
  await client.POST("/api/v1/news", { body: { locale: "ru" } });
  // @ts-expect-error a path that does not exist does not compile
  await client.GET("/api/v1/no-such-path");
}
