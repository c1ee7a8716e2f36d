-- AlterTable
ALTER TABLE "person" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "proof" ADD COLUMN     "amount" INTEGER;

-- AlterTable
ALTER TABLE "media" ADD COLUMN     "made_for_id" UUID;

-- CreateIndex
CREATE INDEX "media_made_for_id_idx" ON "media"("made_for_id");
