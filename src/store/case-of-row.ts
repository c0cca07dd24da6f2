/** How the id of a case is found by the number that a column has, as SQL with one parameter. */
export const CASE_OF_ROW: Readonly<Record<string, string>> = {
  case_no: 'SELECT id FROM project_case WHERE case_no = ?',
  version_no: 'SELECT id FROM project_case JOIN case_version USING (case_no) WHERE version_no = ?',
  list_no: `SELECT id FROM project_case JOIN case_version USING (case_no) JOIN term_list USING (version_no)
    WHERE list_no = ?`,
};
