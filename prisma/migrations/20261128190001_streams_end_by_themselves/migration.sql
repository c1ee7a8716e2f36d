-- AlterTable
ALTER TABLE "stream" ADD COLUMN     "asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "closed_at" TIMESTAMPTZ(3),
ADD COLUMN     "last_sign_at" TIMESTAMPTZ(3),
ADD COLUMN     "panel_at" TIMESTAMPTZ(3),
ADD COLUMN     "panel_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "replay_url" TEXT,
ADD COLUMN     "settled_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "stream_item" (
    "id" UUID NOT NULL,
    "stream_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "product_id" UUID,
    "title" TEXT NOT NULL DEFAULT '',
    "price" INTEGER,
    "person_limit" INTEGER,

    CONSTRAINT "stream_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stream_showing" (
    "id" BIGSERIAL NOT NULL,
    "stream_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stream_showing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stream_viewer" (
    "stream_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stream_viewer_pkey" PRIMARY KEY ("stream_id","person_id")
);

-- CreateTable
CREATE TABLE "stream_order" (
    "order_id" UUID NOT NULL,
    "stream_id" UUID NOT NULL,

    CONSTRAINT "stream_order_pkey" PRIMARY KEY ("order_id")
);

-- CreateTable
CREATE TABLE "stream_question" (
    "id" BIGSERIAL NOT NULL,
    "stream_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stream_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stream_panel" (
    "stream_id" UUID NOT NULL,
    "chat_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,

    CONSTRAINT "stream_panel_pkey" PRIMARY KEY ("stream_id","chat_id")
);

-- CreateTable
CREATE TABLE "stream_hook" (
    "id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "hour_at" TIMESTAMPTZ(3),
    "starts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "stream_hook_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "stream_item_product_id_idx" ON "stream_item"("product_id");

-- CreateIndex
CREATE UNIQUE INDEX "stream_item_stream_id_number_key" ON "stream_item"("stream_id", "number");

-- CreateIndex
CREATE INDEX "stream_showing_stream_id_id_idx" ON "stream_showing"("stream_id", "id");

-- CreateIndex
CREATE INDEX "stream_viewer_person_id_last_at_idx" ON "stream_viewer"("person_id", "last_at" DESC);

-- CreateIndex
CREATE INDEX "stream_order_stream_id_idx" ON "stream_order"("stream_id");

-- CreateIndex
CREATE INDEX "stream_question_stream_id_id_idx" ON "stream_question"("stream_id", "id");

-- CreateIndex
CREATE INDEX "stream_question_person_id_idx" ON "stream_question"("person_id");

-- CreateIndex
CREATE INDEX "stream_panel_chat_id_idx" ON "stream_panel"("chat_id");

-- CreateIndex
CREATE UNIQUE INDEX "stream_hook_token_hash_key" ON "stream_hook"("token_hash");

-- CreateIndex
CREATE INDEX "stream_hook_seller_id_idx" ON "stream_hook"("seller_id");

-- CreateIndex
CREATE INDEX "stream_hook_person_id_idx" ON "stream_hook"("person_id");

-- AddForeignKey
ALTER TABLE "stream_item" ADD CONSTRAINT "stream_item_stream_id_fkey" FOREIGN KEY ("stream_id") REFERENCES "stream"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stream_item" ADD CONSTRAINT "stream_item_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stream_showing" ADD CONSTRAINT "stream_showing_stream_id_fkey" FOREIGN KEY ("stream_id") REFERENCES "stream"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stream_showing" ADD CONSTRAINT "stream_showing_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "stream_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stream_viewer" ADD CONSTRAINT "stream_viewer_stream_id_fkey" FOREIGN KEY ("stream_id") REFERENCES "stream"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stream_viewer" ADD CONSTRAINT "stream_viewer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stream_order" ADD CONSTRAINT "stream_order_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stream_order" ADD CONSTRAINT "stream_order_stream_id_fkey" FOREIGN KEY ("stream_id") REFERENCES "stream"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stream_question" ADD CONSTRAINT "stream_question_stream_id_fkey" FOREIGN KEY ("stream_id") REFERENCES "stream"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stream_question" ADD CONSTRAINT "stream_question_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stream_panel" ADD CONSTRAINT "stream_panel_stream_id_fkey" FOREIGN KEY ("stream_id") REFERENCES "stream"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stream_panel" ADD CONSTRAINT "stream_panel_chat_id_fkey" FOREIGN KEY ("chat_id") REFERENCES "chat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stream_hook" ADD CONSTRAINT "stream_hook_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "seller"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stream_hook" ADD CONSTRAINT "stream_hook_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A plan is a draft until its seller has looked at it.
ALTER TABLE "stream" DROP CONSTRAINT "stream_state";
ALTER TABLE "stream" ADD CONSTRAINT "stream_state"
  CHECK ("state" IN ('draft', 'planned', 'live', 'interrupted', 'ended', 'cancelled'));
ALTER TABLE "stream_item"
  ADD CONSTRAINT "stream_item_number" CHECK ("number" BETWEEN 1 AND 99),
  ADD CONSTRAINT "stream_item_offer" CHECK (("price" IS NULL OR "price" > 0) AND ("person_limit" IS NULL OR "person_limit" > 0));
CREATE INDEX "stream_open" ON "stream" ("last_sign_at") WHERE "state" IN ('live', 'interrupted') OR ("state" = 'ended' AND "closed_at" IS NULL);
CREATE INDEX "stream_panel_due" ON "stream" ("panel_due_at") WHERE "panel_due_at" IS NOT NULL;

-- What was over before is over for good; what is on counts from now.
UPDATE "stream" SET "settled_at" = "ended_at", "closed_at" = coalesce("ended_at", now()), "last_sign_at" = coalesce("ended_at", "started_at")
  WHERE "state" = 'ended';
UPDATE "stream" SET "last_sign_at" = now() WHERE "state" IN ('live', 'interrupted');
