-- A value sealed under the secret key: whoever comes with another key is told so before anything is written.
CREATE TABLE "secret_key" (
    "id" SMALLINT NOT NULL,
    "check_value" BYTEA NOT NULL,

    CONSTRAINT "secret_key_pkey" PRIMARY KEY ("id")
);
