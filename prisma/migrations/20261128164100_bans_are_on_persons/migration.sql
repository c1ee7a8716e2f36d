-- AlterTable
ALTER TABLE "person" ADD COLUMN     "banned_at" TIMESTAMPTZ(3);

-- Whoever was banned in one chat is banned in all.
UPDATE "person" SET "banned_at" = now() WHERE EXISTS (SELECT FROM "chat" WHERE "chat"."person_id" = "person"."id" AND "chat"."is_banned");

-- AlterTable
ALTER TABLE "chat" DROP COLUMN "is_banned";

-- CreateIndex
CREATE INDEX "person_banned_at_idx" ON "person"("banned_at");
