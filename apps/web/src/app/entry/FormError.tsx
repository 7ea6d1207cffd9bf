import classes from "./FormError.module.css";

/** Why a form could not be sent, above its button; read out as soon as it appears. */
export function FormError({ children }: { children: string | undefined }) {
  return (
    <div role="alert" className={classes.place}>
      {children && <p className={classes.error}>{children}</p>}
    </div>
  );
}
