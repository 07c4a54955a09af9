// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/warn_of_little_room.h"

#include "app/complain.h"
#include "core/model/tex.h"
#include "ui/export/preflight.h"

namespace theta {

void warn_of_little_room(const Figure& figure, const AskedSheet& asked, bool panels_can_be_chosen,
                         const std::string& where) {
  const Sheet sheet = asked.for_figure(figure);
  const PreflightItem room = room_item(figure, sheet, asked.greatest_height);
  if (room.passes) return;
  const bool can_mend = room.mended && (panels_can_be_chosen || room.mended->panels == sheet.panels);
  complain(where + plain_text(fill(room.finding) + (can_mend ? " " + fill(room.mend) + "." : "")));
}

}  // namespace theta
