// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print_code.h"

#include "app/save_file.h"
#include "core/model/problem.h"

namespace theta {

void print_code(const PrintCode& code) {
  const Origin origin = choose_values(lab_named(code.lab), code.choosing);
  const std::string script =
      origin.lab->code ? origin.lab->code(origin.state.values, code.library) : std::string();
  if (script.empty()) {
    throw InputError(
        Problem{"code",
                {},
                say("a lab and a view that have a script; {} has none for what is shown here", code.lab)});
  }
  write_output(code.output, script);
}

}  // namespace theta
